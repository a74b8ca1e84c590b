using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaysToARoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmBy",
                table: "booking_Hires",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LotteryId",
                table: "booking_Hires",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartyKey",
                table: "booking_Hires",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SeasonId",
                table: "booking_Hires",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_Caps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: false),
                    FreeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Caps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Lotteries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstComeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmDays = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxWishes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxWins = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    SeedSource = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EntriesHash = table.Column<string>(type: "TEXT", nullable: false),
                    RoomsJson = table.Column<string>(type: "TEXT", nullable: false),
                    EntriesJson = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenJson = table.Column<string>(type: "TEXT", nullable: false),
                    ResultsJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Lotteries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_LotteryEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotteryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hirer_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_LotteryEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_LotteryRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MonthsAhead = table.Column<int>(type: "INTEGER", nullable: false),
                    OpensOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosesOn = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstComeOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmDays = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxWishes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxWins = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_LotteryRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Seasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Hirer_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Seasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Waits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawOrder = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hirer_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_GroupName = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Hirer_Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Waits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_LotteryWishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_LotteryWishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_booking_LotteryWishes_booking_LotteryEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "booking_LotteryEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_LotteryId",
                table: "booking_Hires",
                column: "LotteryId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_PartyKey_Date",
                table: "booking_Hires",
                columns: new[] { "PartyKey", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_SeasonId",
                table: "booking_Hires",
                column: "SeasonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_State_ConfirmBy",
                table: "booking_Hires",
                columns: new[] { "State", "ConfirmBy" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Caps_UserClass_ValidFrom",
                table: "booking_Caps",
                columns: new[] { "UserClass", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Lotteries_HallId_RoomId_Month",
                table: "booking_Lotteries",
                columns: new[] { "HallId", "RoomId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Lotteries_State_ClosesAt",
                table: "booking_Lotteries",
                columns: new[] { "State", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryEntries_AccountId",
                table: "booking_LotteryEntries",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryEntries_KanaKey",
                table: "booking_LotteryEntries",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryEntries_LotteryId_PartyKey",
                table: "booking_LotteryEntries",
                columns: new[] { "LotteryId", "PartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryEntries_Number",
                table: "booking_LotteryEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryEntries_PersonId",
                table: "booking_LotteryEntries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryRules_HallId_RoomId_ValidFrom",
                table: "booking_LotteryRules",
                columns: new[] { "HallId", "RoomId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_LotteryWishes_EntryId",
                table: "booking_LotteryWishes",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Seasons_AccountId",
                table: "booking_Seasons",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Seasons_HallId",
                table: "booking_Seasons",
                column: "HallId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Seasons_KanaKey",
                table: "booking_Seasons",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Seasons_Number",
                table: "booking_Seasons",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Seasons_PersonId",
                table: "booking_Seasons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_AccountId",
                table: "booking_Waits",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_HallId_Date",
                table: "booking_Waits",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_KanaKey",
                table: "booking_Waits",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_Number",
                table: "booking_Waits",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_PersonId",
                table: "booking_Waits",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_RoomId_Date_State",
                table: "booking_Waits",
                columns: new[] { "RoomId", "Date", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Waits_State_OfferUntil",
                table: "booking_Waits",
                columns: new[] { "State", "OfferUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_Caps");

            migrationBuilder.DropTable(
                name: "booking_Lotteries");

            migrationBuilder.DropTable(
                name: "booking_LotteryRules");

            migrationBuilder.DropTable(
                name: "booking_LotteryWishes");

            migrationBuilder.DropTable(
                name: "booking_Seasons");

            migrationBuilder.DropTable(
                name: "booking_Waits");

            migrationBuilder.DropTable(
                name: "booking_LotteryEntries");

            migrationBuilder.DropIndex(
                name: "IX_booking_Hires_LotteryId",
                table: "booking_Hires");

            migrationBuilder.DropIndex(
                name: "IX_booking_Hires_PartyKey_Date",
                table: "booking_Hires");

            migrationBuilder.DropIndex(
                name: "IX_booking_Hires_SeasonId",
                table: "booking_Hires");

            migrationBuilder.DropIndex(
                name: "IX_booking_Hires_State_ConfirmBy",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "ConfirmBy",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "LotteryId",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "PartyKey",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "SeasonId",
                table: "booking_Hires");
        }
    }
}
