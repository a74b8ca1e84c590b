using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "courses");

            migrationBuilder.CreateTable(
                name: "Courses",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgramType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    FiscalYear = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TitleKey = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    EasyText = table.Column<string>(type: "text", nullable: false),
                    Tags = table.Column<List<string>>(type: "text[]", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    CancelReason = table.Column<string>(type: "text", nullable: true),
                    Fee = table.Column<int>(type: "integer", nullable: false),
                    MaterialsFee = table.Column<int>(type: "integer", nullable: false),
                    Bring = table.Column<string>(type: "text", nullable: false),
                    Childcare = table.Column<int>(type: "integer", nullable: false),
                    Enrolled = table.Column<int>(type: "integer", nullable: false),
                    Offered = table.Column<int>(type: "integer", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    InDraw = table.Column<int>(type: "integer", nullable: false),
                    StatedApplicants = table.Column<int>(type: "integer", nullable: true),
                    FirstDate = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDate = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstFrom = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    FirstTo = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    SessionCount = table.Column<int>(type: "integer", nullable: false),
                    ReportText = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LockTurn = table.Column<int>(type: "integer", nullable: false),
                    LastRank = table.Column<int>(type: "integer", nullable: false),
                    Eligibility_CityOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Eligibility_MaxAge = table.Column<int>(type: "integer", nullable: true),
                    Eligibility_MaxGrade = table.Column<int>(type: "integer", nullable: true),
                    Eligibility_MinAge = table.Column<int>(type: "integer", nullable: true),
                    Eligibility_MinGrade = table.Column<int>(type: "integer", nullable: true),
                    Eligibility_Words = table.Column<string>(type: "text", nullable: false),
                    Recruitment_Capacity = table.Column<int>(type: "integer", nullable: true),
                    Recruitment_ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Recruitment_DecideOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Recruitment_FreedSeats = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_GroupLimit = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_Intake = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_KeptForDesk = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_KeptForPostcard = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_KeptUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Recruitment_LostBeforeWeight = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_Minimum = table.Column<int>(type: "integer", nullable: true),
                    Recruitment_OfferDays = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_OpensAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Recruitment_ResidentWeight = table.Column<int>(type: "integer", nullable: false),
                    Recruitment_SeedSource = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    EntryCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Policy = table.Column<int>(type: "integer", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    OfferUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SeenDuplicateOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Contact_Address = table.Column<string>(type: "text", nullable: false),
                    Contact_By = table.Column<int>(type: "integer", nullable: false),
                    Contact_Mail = table.Column<string>(type: "text", nullable: false),
                    Contact_Phone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Courses_CourseId",
                        column: x => x.CourseId,
                        principalSchema: "courses",
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Draws",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    SeedSource = table.Column<string>(type: "text", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EntriesHash = table.Column<string>(type: "text", nullable: false),
                    EntriesJson = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<string>(type: "text", nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ResultsJson = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Draws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Draws_Courses_CourseId",
                        column: x => x.CourseId,
                        principalSchema: "courses",
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    CancelReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalSchema: "courses",
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Person_Birth = table.Column<DateOnly>(type: "date", nullable: true),
                    Person_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Person_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Person_Gender = table.Column<string>(type: "text", nullable: false),
                    Person_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Person_GivenName = table.Column<string>(type: "text", nullable: false),
                    Person_Tie = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enrolments_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "courses",
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Courses_CourseId",
                        column: x => x.CourseId,
                        principalSchema: "courses",
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendance",
                schema: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgeBand = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Gender = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendance_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalSchema: "courses",
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CourseId_EntryCode",
                schema: "courses",
                table: "Applications",
                columns: new[] { "CourseId", "EntryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Key",
                schema: "courses",
                table: "Applications",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_OfferUntil",
                schema: "courses",
                table: "Applications",
                column: "OfferUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ReceiptNumber",
                schema: "courses",
                table: "Applications",
                column: "ReceiptNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_CourseId",
                schema: "courses",
                table: "Attendance",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_SessionId_AgeBand_Gender",
                schema: "courses",
                table: "Attendance",
                columns: new[] { "SessionId", "AgeBand", "Gender" },
                unique: true,
                filter: "\"EnrolmentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_SessionId_EnrolmentId",
                schema: "courses",
                table: "Attendance",
                columns: new[] { "SessionId", "EnrolmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courses_FirstDate_Id",
                schema: "courses",
                table: "Courses",
                columns: new[] { "FirstDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Courses_FiscalYear_HallId",
                schema: "courses",
                table: "Courses",
                columns: new[] { "FiscalYear", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Courses_LastDate_FirstDate",
                schema: "courses",
                table: "Courses",
                columns: new[] { "LastDate", "FirstDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Courses_Number",
                schema: "courses",
                table: "Courses",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_WrittenAt",
                schema: "courses",
                table: "Drafts",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Draws_CourseId_Round",
                schema: "courses",
                table: "Draws",
                columns: new[] { "CourseId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_ApplicationId",
                schema: "courses",
                table: "Enrolments",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_CourseId_KanaKey",
                schema: "courses",
                table: "Enrolments",
                columns: new[] { "CourseId", "KanaKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_CourseId_State",
                schema: "courses",
                table: "Enrolments",
                columns: new[] { "CourseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_CourseId_Number",
                schema: "courses",
                table: "Sessions",
                columns: new[] { "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Date",
                schema: "courses",
                table: "Sessions",
                column: "Date");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attendance",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Drafts",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Draws",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Enrolments",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Sessions",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Applications",
                schema: "courses");

            migrationBuilder.DropTable(
                name: "Courses",
                schema: "courses");
        }
    }
}
