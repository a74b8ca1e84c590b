using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Ties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                schema: "booking",
                table: "Waits",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Waits",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                schema: "booking",
                table: "Waits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Waits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                schema: "booking",
                table: "Seasons",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Seasons",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                schema: "booking",
                table: "Seasons",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Seasons",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                schema: "booking",
                table: "LotteryEntries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "LotteryEntries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                schema: "booking",
                table: "LotteryEntries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "LotteryEntries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceId",
                schema: "booking",
                table: "Hires",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tie_Code",
                schema: "booking",
                table: "Hires",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Hires",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tie_Name",
                schema: "booking",
                table: "Hires",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Hires",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "TieEvidence",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Code = table.Column<int>(type: "integer", nullable: false),
                    Paper = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SeenByName = table.Column<string>(type: "text", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TieEvidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ties",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Access = table.Column<int>(type: "integer", nullable: false),
                    EvidenceMonths = table.Column<int>(type: "integer", nullable: true),
                    Papers = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Surcharge = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TieEvidence_HireId",
                schema: "booking",
                table: "TieEvidence",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_TieEvidence_PartyKey_PhoneKey",
                schema: "booking",
                table: "TieEvidence",
                columns: new[] { "PartyKey", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_TieEvidence_PersonId",
                schema: "booking",
                table: "TieEvidence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TieEvidence_ValidTo",
                schema: "booking",
                table: "TieEvidence",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_Ties_Code_ValidFrom",
                schema: "booking",
                table: "Ties",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TieEvidence",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Ties",
                schema: "booking");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                schema: "booking",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                schema: "booking",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                schema: "booking",
                table: "Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                schema: "booking",
                table: "Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Seasons");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                schema: "booking",
                table: "LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                schema: "booking",
                table: "LotteryEntries");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "LotteryEntries");

            migrationBuilder.DropColumn(
                name: "EvidenceId",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Code",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "Tie_EvidenceMonths",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Name",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "Tie_Surcharge",
                schema: "booking",
                table: "Hires");
        }
    }
}
