using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Notifications.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RefusalIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                schema: "notifications",
                table: "Refusals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Each its own: by it one is erased.
            migrationBuilder.Sql("""UPDATE notifications."Refusals" SET "Id" = gen_random_uuid()""");

            migrationBuilder.CreateIndex(
                name: "IX_Refusals_Id",
                schema: "notifications",
                table: "Refusals",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Refusals_Id",
                schema: "notifications",
                table: "Refusals");

            migrationBuilder.DropColumn(
                name: "Id",
                schema: "notifications",
                table: "Refusals");
        }
    }
}
