using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ApplicationOfAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                schema: "courses",
                table: "Applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AccountId",
                schema: "courses",
                table: "Applications",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_AccountId",
                schema: "courses",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "AccountId",
                schema: "courses",
                table: "Applications");
        }
    }
}
