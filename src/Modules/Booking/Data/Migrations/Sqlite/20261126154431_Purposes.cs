using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Purposes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                table: "booking_Waits",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                table: "booking_Seasons",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                table: "booking_LotteryEntries",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                table: "booking_Hires",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "booking_Purposes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RefusalCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Purposes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Purposes_Name_ValidFrom",
                table: "booking_Purposes",
                columns: new[] { "Name", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_Purposes");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                table: "booking_Waits");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                table: "booking_Seasons");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                table: "booking_LotteryEntries");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                table: "booking_Hires");
        }
    }
}
