using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Accounts.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was done to accounts and roles can be added to, not rewritten. A later rebuild of the table must make these anew.
            migrationBuilder.Sql("CREATE TRIGGER accounts_Changes_no_update BEFORE UPDATE ON accounts_Changes BEGIN SELECT RAISE(ABORT, 'Changes are only added'); END;");
            migrationBuilder.Sql("CREATE TRIGGER accounts_Changes_no_delete BEFORE DELETE ON accounts_Changes BEGIN SELECT RAISE(ABORT, 'Changes are only added'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER accounts_Changes_no_update;");
            migrationBuilder.Sql("DROP TRIGGER accounts_Changes_no_delete;");
        }
    }
}
