using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LinkToPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                schema: "courses",
                table: "Enrolments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_PersonId",
                schema: "courses",
                table: "Enrolments",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Enrolments_PersonId",
                schema: "courses",
                table: "Enrolments");

            migrationBuilder.DropColumn(
                name: "PersonId",
                schema: "courses",
                table: "Enrolments");
        }
    }
}
