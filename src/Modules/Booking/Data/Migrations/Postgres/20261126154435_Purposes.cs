using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Purposes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                schema: "booking",
                table: "Waits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                schema: "booking",
                table: "Seasons",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                schema: "booking",
                table: "LotteryEntries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PurposeKind",
                schema: "booking",
                table: "Hires",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Purposes",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RefusalCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purposes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Purposes_Name_ValidFrom",
                schema: "booking",
                table: "Purposes",
                columns: new[] { "Name", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Purposes",
                schema: "booking");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                schema: "booking",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                schema: "booking",
                table: "Seasons");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                schema: "booking",
                table: "LotteryEntries");

            migrationBuilder.DropColumn(
                name: "PurposeKind",
                schema: "booking",
                table: "Hires");
        }
    }
}
