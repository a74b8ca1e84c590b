using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ApplicationOfAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "courses_Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Applications_AccountId",
                table: "courses_Applications",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_courses_Applications_AccountId",
                table: "courses_Applications");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "courses_Applications");
        }
    }
}
