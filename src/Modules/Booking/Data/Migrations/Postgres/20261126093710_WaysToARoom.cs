using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WaysToARoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmBy",
                schema: "booking",
                table: "Hires",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LotteryId",
                schema: "booking",
                table: "Hires",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartyKey",
                schema: "booking",
                table: "Hires",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SeasonId",
                schema: "booking",
                table: "Hires",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Caps",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    Most = table.Column<int>(type: "integer", nullable: false),
                    FreeDays = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Caps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Lotteries",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FirstComeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmDays = table.Column<int>(type: "integer", nullable: true),
                    MaxWishes = table.Column<int>(type: "integer", nullable: false),
                    MaxWins = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    SeedSource = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EntriesHash = table.Column<string>(type: "text", nullable: false),
                    RoomsJson = table.Column<string>(type: "text", nullable: false),
                    EntriesJson = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<string>(type: "text", nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmBy = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenJson = table.Column<string>(type: "text", nullable: false),
                    ResultsJson = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lotteries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LotteryEntries",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LotteryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Hirer_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "text", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "text", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotteryEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LotteryRules",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    MonthsAhead = table.Column<int>(type: "integer", nullable: false),
                    OpensOn = table.Column<int>(type: "integer", nullable: false),
                    ClosesOn = table.Column<int>(type: "integer", nullable: false),
                    FirstComeOn = table.Column<int>(type: "integer", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    ConfirmDays = table.Column<int>(type: "integer", nullable: true),
                    MaxWishes = table.Column<int>(type: "integer", nullable: false),
                    MaxWins = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotteryRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Seasons",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Hirer_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "text", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "text", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Waits",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DrawOrder = table.Column<int>(type: "integer", nullable: true),
                    OfferUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HireId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hirer_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "text", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "text", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "text", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LotteryWishes",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotteryWishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LotteryWishes_LotteryEntries_EntryId",
                        column: x => x.EntryId,
                        principalSchema: "booking",
                        principalTable: "LotteryEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Hires_LotteryId",
                schema: "booking",
                table: "Hires",
                column: "LotteryId");

            migrationBuilder.CreateIndex(
                name: "IX_Hires_PartyKey_Date",
                schema: "booking",
                table: "Hires",
                columns: new[] { "PartyKey", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Hires_SeasonId",
                schema: "booking",
                table: "Hires",
                column: "SeasonId");

            migrationBuilder.CreateIndex(
                name: "IX_Hires_State_ConfirmBy",
                schema: "booking",
                table: "Hires",
                columns: new[] { "State", "ConfirmBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Caps_UserClass_ValidFrom",
                schema: "booking",
                table: "Caps",
                columns: new[] { "UserClass", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lotteries_HallId_RoomId_Month",
                schema: "booking",
                table: "Lotteries",
                columns: new[] { "HallId", "RoomId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lotteries_State_ClosesAt",
                schema: "booking",
                table: "Lotteries",
                columns: new[] { "State", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LotteryEntries_AccountId",
                schema: "booking",
                table: "LotteryEntries",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_LotteryEntries_KanaKey",
                schema: "booking",
                table: "LotteryEntries",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_LotteryEntries_LotteryId_PartyKey",
                schema: "booking",
                table: "LotteryEntries",
                columns: new[] { "LotteryId", "PartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_LotteryEntries_Number",
                schema: "booking",
                table: "LotteryEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LotteryEntries_PersonId",
                schema: "booking",
                table: "LotteryEntries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_LotteryRules_HallId_RoomId_ValidFrom",
                schema: "booking",
                table: "LotteryRules",
                columns: new[] { "HallId", "RoomId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LotteryWishes_EntryId",
                schema: "booking",
                table: "LotteryWishes",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Seasons_AccountId",
                schema: "booking",
                table: "Seasons",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Seasons_HallId",
                schema: "booking",
                table: "Seasons",
                column: "HallId");

            migrationBuilder.CreateIndex(
                name: "IX_Seasons_KanaKey",
                schema: "booking",
                table: "Seasons",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_Seasons_Number",
                schema: "booking",
                table: "Seasons",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Seasons_PersonId",
                schema: "booking",
                table: "Seasons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_AccountId",
                schema: "booking",
                table: "Waits",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_HallId_Date",
                schema: "booking",
                table: "Waits",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Waits_KanaKey",
                schema: "booking",
                table: "Waits",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_Number",
                schema: "booking",
                table: "Waits",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Waits_PersonId",
                schema: "booking",
                table: "Waits",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_RoomId_Date_State",
                schema: "booking",
                table: "Waits",
                columns: new[] { "RoomId", "Date", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Waits_State_OfferUntil",
                schema: "booking",
                table: "Waits",
                columns: new[] { "State", "OfferUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Caps",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Lotteries",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "LotteryRules",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "LotteryWishes",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Seasons",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Waits",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "LotteryEntries",
                schema: "booking");

            migrationBuilder.DropIndex(
                name: "IX_Hires_LotteryId",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropIndex(
                name: "IX_Hires_PartyKey_Date",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropIndex(
                name: "IX_Hires_SeasonId",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropIndex(
                name: "IX_Hires_State_ConfirmBy",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "ConfirmBy",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "LotteryId",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "PartyKey",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "SeasonId",
                schema: "booking",
                table: "Hires");
        }
    }
}
