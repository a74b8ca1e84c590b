using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.People.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneRosterKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_people_GroupMembers_people_Groups_GroupId1",
                table: "people_GroupMembers");

            migrationBuilder.DropIndex(
                name: "IX_people_GroupMembers_GroupId1",
                table: "people_GroupMembers");

            migrationBuilder.DropColumn(
                name: "GroupId1",
                table: "people_GroupMembers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "GroupId1",
                table: "people_GroupMembers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_GroupMembers_GroupId1",
                table: "people_GroupMembers",
                column: "GroupId1");

            migrationBuilder.AddForeignKey(
                name: "FK_people_GroupMembers_people_Groups_GroupId1",
                table: "people_GroupMembers",
                column: "GroupId1",
                principalTable: "people_Groups",
                principalColumn: "Id");
        }
    }
}
