using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Notifications.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Texts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "About",
                schema: "notifications",
                table: "Messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Snapshots",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Ward = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Reminders = table.Column<bool>(type: "boolean", nullable: false),
                    Monthly = table.Column<bool>(type: "boolean", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_About",
                schema: "notifications",
                table: "Messages",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_Place_Month_Key",
                schema: "notifications",
                table: "Snapshots",
                columns: new[] { "Place", "Month", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Templates_Kind_Language_ValidFrom",
                schema: "notifications",
                table: "Templates",
                columns: new[] { "Kind", "Language", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Snapshots",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "Subscriptions",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "Templates",
                schema: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_Messages_About",
                schema: "notifications",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "About",
                schema: "notifications",
                table: "Messages");
        }
    }
}
