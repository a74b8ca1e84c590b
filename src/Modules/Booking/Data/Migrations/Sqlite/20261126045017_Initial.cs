using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_Bands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Bands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Blocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Blocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_CancelTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    OwedPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_CancelTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Hires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Bands = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Came = table.Column<int>(type: "INTEGER", nullable: true),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PermitVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PermittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PermittedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", nullable: false),
                    Owed = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
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
                    table.PrimaryKey("PK_booking_Hires", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Occupancies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Occupancies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_PermitForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    FormNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_PermitForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Prices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bands = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Prices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Windows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserClass = table.Column<int>(type: "INTEGER", nullable: false),
                    Product = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthsAhead = table.Column<int>(type: "INTEGER", nullable: true),
                    DaysAhead = table.Column<int>(type: "INTEGER", nullable: true),
                    WebOpens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    DeskOpens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Windows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_HireFees",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_HireFees", x => new { x.HireId, x.Line });
                    table.ForeignKey(
                        name: "FK_booking_HireFees_booking_Hires_HireId",
                        column: x => x.HireId,
                        principalTable: "booking_Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_Cells",
                columns: table => new
                {
                    SpaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OccupancyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Cells", x => new { x.SpaceId, x.Date, x.Number });
                    table.ForeignKey(
                        name: "FK_booking_Cells_booking_Occupancies_OccupancyId",
                        column: x => x.OccupancyId,
                        principalTable: "booking_Occupancies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Bands_HallId_Name_ValidFrom",
                table: "booking_Bands",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Blocks_HallId_Date",
                table: "booking_Blocks",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Blocks_State_AnswerBy",
                table: "booking_Blocks",
                columns: new[] { "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_CancelTerms_DaysBefore_ValidFrom",
                table: "booking_CancelTerms",
                columns: new[] { "DaysBefore", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Cells_OccupancyId",
                table: "booking_Cells",
                column: "OccupancyId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Drafts_ExpiresAt",
                table: "booking_Drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_AccountId",
                table: "booking_Hires",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_Date_HallId",
                table: "booking_Hires",
                columns: new[] { "Date", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_HallId_Date",
                table: "booking_Hires",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_KanaKey",
                table: "booking_Hires",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_Key",
                table: "booking_Hires",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_Number",
                table: "booking_Hires",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Hires_PersonId",
                table: "booking_Hires",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Occupancies_Date",
                table: "booking_Occupancies",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Occupancies_ExpiresAt",
                table: "booking_Occupancies",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Occupancies_HallId_Date",
                table: "booking_Occupancies",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Occupancies_Subject",
                table: "booking_Occupancies",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_booking_PermitForms_ValidFrom",
                table: "booking_PermitForms",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Prices_RoomId_Bands_ValidFrom",
                table: "booking_Prices",
                columns: new[] { "RoomId", "Bands", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Windows_UserClass_Product_ValidFrom",
                table: "booking_Windows",
                columns: new[] { "UserClass", "Product", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_Bands");

            migrationBuilder.DropTable(
                name: "booking_Blocks");

            migrationBuilder.DropTable(
                name: "booking_CancelTerms");

            migrationBuilder.DropTable(
                name: "booking_Cells");

            migrationBuilder.DropTable(
                name: "booking_Drafts");

            migrationBuilder.DropTable(
                name: "booking_HireFees");

            migrationBuilder.DropTable(
                name: "booking_PermitForms");

            migrationBuilder.DropTable(
                name: "booking_Prices");

            migrationBuilder.DropTable(
                name: "booking_Windows");

            migrationBuilder.DropTable(
                name: "booking_Occupancies");

            migrationBuilder.DropTable(
                name: "booking_Hires");
        }
    }
}
