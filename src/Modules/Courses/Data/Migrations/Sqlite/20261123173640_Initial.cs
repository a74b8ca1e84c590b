using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Courses.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "courses_Courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgramType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    EasyText = table.Column<string>(type: "TEXT", nullable: false),
                    Tags = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", nullable: true),
                    Fee = table.Column<int>(type: "INTEGER", nullable: false),
                    MaterialsFee = table.Column<int>(type: "INTEGER", nullable: false),
                    Bring = table.Column<string>(type: "TEXT", nullable: false),
                    Childcare = table.Column<int>(type: "INTEGER", nullable: false),
                    Enrolled = table.Column<int>(type: "INTEGER", nullable: false),
                    Offered = table.Column<int>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    InDraw = table.Column<int>(type: "INTEGER", nullable: false),
                    StatedApplicants = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    FirstTo = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    SessionCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    LockTurn = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRank = table.Column<int>(type: "INTEGER", nullable: false),
                    Eligibility_CityOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Eligibility_MaxAge = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility_MaxGrade = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility_MinAge = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility_MinGrade = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility_Words = table.Column<string>(type: "TEXT", nullable: false),
                    Recruitment_Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Recruitment_ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Recruitment_DecideOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recruitment_FreedSeats = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_GroupLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_Intake = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_KeptForDesk = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_KeptForPostcard = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_KeptUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recruitment_LostBeforeWeight = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_Minimum = table.Column<int>(type: "INTEGER", nullable: true),
                    Recruitment_OfferDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_OpensAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Recruitment_ResidentWeight = table.Column<int>(type: "INTEGER", nullable: false),
                    Recruitment_SeedSource = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Courses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "courses_Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "courses_Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    EntryCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy = table.Column<int>(type: "INTEGER", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeenDuplicateOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Contact_Address = table.Column<string>(type: "TEXT", nullable: false),
                    Contact_By = table.Column<int>(type: "INTEGER", nullable: false),
                    Contact_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Contact_Phone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_Applications_courses_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "courses_Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses_Draws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    SeedSource = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EntriesHash = table.Column<string>(type: "TEXT", nullable: false),
                    EntriesJson = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResultsJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Draws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_Draws_courses_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "courses_Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses_Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_Sessions_courses_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "courses_Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses_Enrolments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Person_Birth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Person_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Person_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Person_Gender = table.Column<string>(type: "TEXT", nullable: false),
                    Person_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Person_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Person_Tie = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_Enrolments_courses_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "courses_Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_courses_Enrolments_courses_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "courses_Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses_Attendance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgeBand = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Gender = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_Attendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_Attendance_courses_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "courses_Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Applications_CourseId_EntryCode",
                table: "courses_Applications",
                columns: new[] { "CourseId", "EntryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Applications_Key",
                table: "courses_Applications",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Applications_OfferUntil",
                table: "courses_Applications",
                column: "OfferUntil");

            migrationBuilder.CreateIndex(
                name: "IX_courses_Applications_ReceiptNumber",
                table: "courses_Applications",
                column: "ReceiptNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Attendance_CourseId",
                table: "courses_Attendance",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_courses_Attendance_SessionId_AgeBand_Gender",
                table: "courses_Attendance",
                columns: new[] { "SessionId", "AgeBand", "Gender" },
                unique: true,
                filter: "\"EnrolmentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_courses_Attendance_SessionId_EnrolmentId",
                table: "courses_Attendance",
                columns: new[] { "SessionId", "EnrolmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Courses_FirstDate_Id",
                table: "courses_Courses",
                columns: new[] { "FirstDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Courses_FiscalYear_HallId",
                table: "courses_Courses",
                columns: new[] { "FiscalYear", "HallId" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Courses_LastDate_FirstDate",
                table: "courses_Courses",
                columns: new[] { "LastDate", "FirstDate" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Courses_Number",
                table: "courses_Courses",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Drafts_WrittenAt",
                table: "courses_Drafts",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_courses_Draws_CourseId_Round",
                table: "courses_Draws",
                columns: new[] { "CourseId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Enrolments_ApplicationId",
                table: "courses_Enrolments",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_courses_Enrolments_CourseId_KanaKey",
                table: "courses_Enrolments",
                columns: new[] { "CourseId", "KanaKey" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Enrolments_CourseId_State",
                table: "courses_Enrolments",
                columns: new[] { "CourseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_Sessions_CourseId_Number",
                table: "courses_Sessions",
                columns: new[] { "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_Sessions_Date",
                table: "courses_Sessions",
                column: "Date");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "courses_Attendance");

            migrationBuilder.DropTable(
                name: "courses_Drafts");

            migrationBuilder.DropTable(
                name: "courses_Draws");

            migrationBuilder.DropTable(
                name: "courses_Enrolments");

            migrationBuilder.DropTable(
                name: "courses_Sessions");

            migrationBuilder.DropTable(
                name: "courses_Applications");

            migrationBuilder.DropTable(
                name: "courses_Courses");
        }
    }
}
