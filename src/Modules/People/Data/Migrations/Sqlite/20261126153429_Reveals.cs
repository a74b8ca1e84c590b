using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.People.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reveals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people_Reveals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Reveals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_Reveals_people_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_Reveals_AccountId_PersonId",
                table: "people_Reveals",
                columns: new[] { "AccountId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_people_Reveals_PersonId",
                table: "people_Reveals",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_Reveals");
        }
    }
}
