using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Notifications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RefusalIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "notifications_Refusals",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Each its own: by it one is erased.
            migrationBuilder.Sql("UPDATE notifications_Refusals SET Id = upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Refusals_Id",
                table: "notifications_Refusals",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notifications_Refusals_Id",
                table: "notifications_Refusals");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "notifications_Refusals");
        }
    }
}
