using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPointsAndEntitlements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EntitlementId",
                table: "booking_HireFees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_Entitlements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegisteredByName = table.Column<string>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: false),
                    EndedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Entitlements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_HireActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_HireActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_OwnGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_OwnGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_PointCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    HalfPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerKeyedBy = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_PointCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_booking_PointCases_booking_Hires_HireId",
                        column: x => x.HireId,
                        principalTable: "booking_Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking_PointLimits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HalfPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_PointLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_PointRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    HalfPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_PointRules", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_HireFees_EntitlementId",
                table: "booking_HireFees",
                column: "EntitlementId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Entitlements_HallId_State_To",
                table: "booking_Entitlements",
                columns: new[] { "HallId", "State", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Entitlements_KanaKey",
                table: "booking_Entitlements",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Entitlements_Number",
                table: "booking_Entitlements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Entitlements_PartyKey_PhoneKey",
                table: "booking_Entitlements",
                columns: new[] { "PartyKey", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_HireActs_AccountId_At",
                table: "booking_HireActs",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_HireActs_HireId",
                table: "booking_HireActs",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_OwnGroups_AccountId",
                table: "booking_OwnGroups",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_PointCases_HireId",
                table: "booking_PointCases",
                column: "HireId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_PointCases_PartyKey_State",
                table: "booking_PointCases",
                columns: new[] { "PartyKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_PointCases_State_HallId",
                table: "booking_PointCases",
                columns: new[] { "State", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_PointLimits_ValidFrom",
                table: "booking_PointLimits",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_PointRules_Kind_ValidFrom",
                table: "booking_PointRules",
                columns: new[] { "Kind", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_Entitlements");

            migrationBuilder.DropTable(
                name: "booking_HireActs");

            migrationBuilder.DropTable(
                name: "booking_OwnGroups");

            migrationBuilder.DropTable(
                name: "booking_PointCases");

            migrationBuilder.DropTable(
                name: "booking_PointLimits");

            migrationBuilder.DropTable(
                name: "booking_PointRules");

            migrationBuilder.DropIndex(
                name: "IX_booking_HireFees_EntitlementId",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "EntitlementId",
                table: "booking_HireFees");
        }
    }
}
