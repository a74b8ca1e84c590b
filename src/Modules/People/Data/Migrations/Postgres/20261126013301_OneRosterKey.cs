using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.People.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneRosterKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_GroupMembers_Groups_GroupId1",
                schema: "people",
                table: "GroupMembers");

            migrationBuilder.DropIndex(
                name: "IX_GroupMembers_GroupId1",
                schema: "people",
                table: "GroupMembers");

            migrationBuilder.DropColumn(
                name: "GroupId1",
                schema: "people",
                table: "GroupMembers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "GroupId1",
                schema: "people",
                table: "GroupMembers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_GroupId1",
                schema: "people",
                table: "GroupMembers",
                column: "GroupId1");

            migrationBuilder.AddForeignKey(
                name: "FK_GroupMembers_Groups_GroupId1",
                schema: "people",
                table: "GroupMembers",
                column: "GroupId1",
                principalSchema: "people",
                principalTable: "Groups",
                principalColumn: "Id");
        }
    }
}
