using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Notifications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Texts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "About",
                table: "notifications_Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notifications_Snapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_Subscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ward = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reminders = table.Column<bool>(type: "INTEGER", nullable: false),
                    Monthly = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Subscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_Templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Templates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_About",
                table: "notifications_Messages",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Snapshots_Place_Month_Key",
                table: "notifications_Snapshots",
                columns: new[] { "Place", "Month", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Templates_Kind_Language_ValidFrom",
                table: "notifications_Templates",
                columns: new[] { "Kind", "Language", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_Snapshots");

            migrationBuilder.DropTable(
                name: "notifications_Subscriptions");

            migrationBuilder.DropTable(
                name: "notifications_Templates");

            migrationBuilder.DropIndex(
                name: "IX_notifications_Messages_About",
                table: "notifications_Messages");

            migrationBuilder.DropColumn(
                name: "About",
                table: "notifications_Messages");
        }
    }
}
