using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                table: "booking_Waits",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                table: "booking_Waits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                table: "booking_Waits",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                table: "booking_Waits",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                table: "booking_Seasons",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                table: "booking_Seasons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                table: "booking_Seasons",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                table: "booking_Seasons",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                table: "booking_LotteryEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                table: "booking_LotteryEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                table: "booking_LotteryEntries",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                table: "booking_LotteryEntries",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceId",
                table: "booking_Hires",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                table: "booking_Hires",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                table: "booking_Hires",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                table: "booking_Hires",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                table: "booking_Hires",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "booking_TieEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<int>(type: "INTEGER", nullable: false),
                    Paper = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeenByName = table.Column<string>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_TieEvidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Ties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Access = table.Column<int>(type: "INTEGER", nullable: false),
                    EvidenceMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Papers = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Surcharge = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Ties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_TieEvidence_HireId",
                table: "booking_TieEvidence",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_TieEvidence_PartyKey_PhoneKey",
                table: "booking_TieEvidence",
                columns: new[] { "PartyKey", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_TieEvidence_PersonId",
                table: "booking_TieEvidence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_TieEvidence_ValidTo",
                table: "booking_TieEvidence",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Ties_Code_ValidFrom",
                table: "booking_Ties",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_TieEvidence");

            migrationBuilder.DropTable(
                name: "booking_Ties");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                table: "booking_Waits");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                table: "booking_Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                table: "booking_Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                table: "booking_Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                table: "booking_Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                table: "booking_Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                table: "booking_Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                table: "booking_Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                table: "booking_LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                table: "booking_LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                table: "booking_LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                table: "booking_LotteryEntries");

            migrationBuilder.DropColumn(
                name: "EvidenceId",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                table: "booking_Hires");
        }
    }
}
