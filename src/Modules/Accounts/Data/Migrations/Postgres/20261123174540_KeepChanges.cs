using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Accounts.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was done to accounts and roles can be added to, not rewritten.
            migrationBuilder.Sql("CREATE FUNCTION accounts.only_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Changes are only added'; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON accounts.\"Changes\" FOR EACH ROW EXECUTE FUNCTION accounts.only_added();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER only_added ON accounts.\"Changes\";");
            migrationBuilder.Sql("DROP FUNCTION accounts.only_added();");
        }
    }
}
