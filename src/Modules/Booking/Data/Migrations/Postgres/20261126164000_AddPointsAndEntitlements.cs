using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPointsAndEntitlements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EntitlementId",
                schema: "booking",
                table: "HireFees",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Entitlements",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RegisteredByName = table.Column<string>(type: "text", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedByName = table.Column<string>(type: "text", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: false),
                    EndedByName = table.Column<string>(type: "text", nullable: false),
                    Hirer_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "text", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "text", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Entitlements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HireActs",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HireActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnGroups",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountName = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PointCases",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    HalfPoints = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswerKeyedBy = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "text", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PointCases_Hires_HireId",
                        column: x => x.HireId,
                        principalSchema: "booking",
                        principalTable: "Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PointLimits",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HalfPoints = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PointRules",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    DaysBefore = table.Column<int>(type: "integer", nullable: false),
                    HalfPoints = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointRules", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HireFees_EntitlementId",
                schema: "booking",
                table: "HireFees",
                column: "EntitlementId");

            migrationBuilder.CreateIndex(
                name: "IX_Entitlements_HallId_State_To",
                schema: "booking",
                table: "Entitlements",
                columns: new[] { "HallId", "State", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Entitlements_KanaKey",
                schema: "booking",
                table: "Entitlements",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_Entitlements_Number",
                schema: "booking",
                table: "Entitlements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Entitlements_PartyKey_PhoneKey",
                schema: "booking",
                table: "Entitlements",
                columns: new[] { "PartyKey", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_HireActs_AccountId_At",
                schema: "booking",
                table: "HireActs",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HireActs_HireId",
                schema: "booking",
                table: "HireActs",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnGroups_AccountId",
                schema: "booking",
                table: "OwnGroups",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PointCases_HireId",
                schema: "booking",
                table: "PointCases",
                column: "HireId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointCases_PartyKey_State",
                schema: "booking",
                table: "PointCases",
                columns: new[] { "PartyKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PointCases_State_HallId",
                schema: "booking",
                table: "PointCases",
                columns: new[] { "State", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_PointLimits_ValidFrom",
                schema: "booking",
                table: "PointLimits",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointRules_Kind_ValidFrom",
                schema: "booking",
                table: "PointRules",
                columns: new[] { "Kind", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Entitlements",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "HireActs",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "OwnGroups",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "PointCases",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "PointLimits",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "PointRules",
                schema: "booking");

            migrationBuilder.DropIndex(
                name: "IX_HireFees_EntitlementId",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "EntitlementId",
                schema: "booking",
                table: "HireFees");
        }
    }
}
