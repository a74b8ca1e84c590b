using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LinkToPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "courses_Enrolments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Enrolments_PersonId",
                table: "courses_Enrolments",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_courses_Enrolments_PersonId",
                table: "courses_Enrolments");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "courses_Enrolments");
        }
    }
}
