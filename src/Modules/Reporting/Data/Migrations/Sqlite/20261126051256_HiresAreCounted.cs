using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HiresAreCounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.UpdateData(
                table: "reporting_figure_definition",
                keyColumns: new[] { "Key", "ValidFromYear" },
                keyValues: new object[] { "usage.hire.events", 1946 },
                columns: new[] { "Kind", "Measure", "Note" },
                values: new object[] { "Sum", "hire.permits", "使用許可の件数。取り消したものは数えません。" });

            migrationBuilder.UpdateData(
                table: "reporting_figure_definition",
                keyColumns: new[] { "Key", "ValidFromYear" },
                keyValues: new object[] { "usage.hire.users", 1946 },
                columns: new[] { "Kind", "Measure" },
                values: new object[] { "Sum", "hire.users" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.UpdateData(
                table: "reporting_figure_definition",
                keyColumns: new[] { "Key", "ValidFromYear" },
                keyValues: new object[] { "usage.hire.events", 1946 },
                columns: new[] { "Kind", "Measure", "Note" },
                values: new object[] { "NotYet", null, null });

            migrationBuilder.UpdateData(
                table: "reporting_figure_definition",
                keyColumns: new[] { "Key", "ValidFromYear" },
                keyValues: new object[] { "usage.hire.users", 1946 },
                columns: new[] { "Kind", "Measure" },
                values: new object[] { "NotYet", null });
        }
    }
}
