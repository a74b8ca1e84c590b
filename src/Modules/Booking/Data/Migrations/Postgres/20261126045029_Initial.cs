using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "booking");

            migrationBuilder.CreateTable(
                name: "Bands",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Blocks",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedByName = table.Column<string>(type: "text", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredByName = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CancelTerms",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DaysBefore = table.Column<int>(type: "integer", nullable: false),
                    OwedPercent = table.Column<int>(type: "integer", nullable: false),
                    RoundTo = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CancelTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Hires",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Bands = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Came = table.Column<int>(type: "integer", nullable: true),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PermitVersion = table.Column<int>(type: "integer", nullable: false),
                    PermittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PermittedBy = table.Column<string>(type: "text", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelReason = table.Column<string>(type: "text", nullable: false),
                    Owed = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
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
                    table.PrimaryKey("PK_Hires", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Occupancies",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Url = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Occupancies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PermitForms",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    FormNumber = table.Column<string>(type: "text", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PermitForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Prices",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bands = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Windows",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserClass = table.Column<int>(type: "integer", nullable: false),
                    Product = table.Column<int>(type: "integer", nullable: false),
                    MonthsAhead = table.Column<int>(type: "integer", nullable: true),
                    DaysAhead = table.Column<int>(type: "integer", nullable: true),
                    WebOpens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    DeskOpens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Windows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HireFees",
                schema: "booking",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HireFees", x => new { x.HireId, x.Line });
                    table.ForeignKey(
                        name: "FK_HireFees_Hires_HireId",
                        column: x => x.HireId,
                        principalSchema: "booking",
                        principalTable: "Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cells",
                schema: "booking",
                columns: table => new
                {
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OccupancyId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cells", x => new { x.SpaceId, x.Date, x.Number });
                    table.ForeignKey(
                        name: "FK_Cells_Occupancies_OccupancyId",
                        column: x => x.OccupancyId,
                        principalSchema: "booking",
                        principalTable: "Occupancies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bands_HallId_Name_ValidFrom",
                schema: "booking",
                table: "Bands",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_HallId_Date",
                schema: "booking",
                table: "Blocks",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_State_AnswerBy",
                schema: "booking",
                table: "Blocks",
                columns: new[] { "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_CancelTerms_DaysBefore_ValidFrom",
                schema: "booking",
                table: "CancelTerms",
                columns: new[] { "DaysBefore", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cells_OccupancyId",
                schema: "booking",
                table: "Cells",
                column: "OccupancyId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ExpiresAt",
                schema: "booking",
                table: "Drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Hires_AccountId",
                schema: "booking",
                table: "Hires",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Hires_Date_HallId",
                schema: "booking",
                table: "Hires",
                columns: new[] { "Date", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Hires_HallId_Date",
                schema: "booking",
                table: "Hires",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Hires_KanaKey",
                schema: "booking",
                table: "Hires",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_Hires_Key",
                schema: "booking",
                table: "Hires",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Hires_Number",
                schema: "booking",
                table: "Hires",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Hires_PersonId",
                schema: "booking",
                table: "Hires",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_Date",
                schema: "booking",
                table: "Occupancies",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_ExpiresAt",
                schema: "booking",
                table: "Occupancies",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_HallId_Date",
                schema: "booking",
                table: "Occupancies",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_Subject",
                schema: "booking",
                table: "Occupancies",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_PermitForms_ValidFrom",
                schema: "booking",
                table: "PermitForms",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prices_RoomId_Bands_ValidFrom",
                schema: "booking",
                table: "Prices",
                columns: new[] { "RoomId", "Bands", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Windows_UserClass_Product_ValidFrom",
                schema: "booking",
                table: "Windows",
                columns: new[] { "UserClass", "Product", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bands",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Blocks",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "CancelTerms",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Cells",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Drafts",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "HireFees",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "PermitForms",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Prices",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Windows",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Occupancies",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Hires",
                schema: "booking");
        }
    }
}
