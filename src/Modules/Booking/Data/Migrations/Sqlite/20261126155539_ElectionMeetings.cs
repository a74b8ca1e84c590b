using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ElectionMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Election = table.Column<string>(type: "TEXT", nullable: false),
                    Candidate = table.Column<string>(type: "TEXT", nullable: false),
                    Kana = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    CandidateKey = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_MeetingFees",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_MeetingFees", x => new { x.MeetingId, x.Line });
                    table.ForeignKey(
                        name: "FK_booking_MeetingFees_booking_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "booking_Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Meetings_HallId_CandidateKey",
                table: "booking_Meetings",
                columns: new[] { "HallId", "CandidateKey" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Meetings_HallId_Date",
                table: "booking_Meetings",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Meetings_KanaKey",
                table: "booking_Meetings",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Meetings_Number",
                table: "booking_Meetings",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_MeetingFees");

            migrationBuilder.DropTable(
                name: "booking_Meetings");
        }
    }
}
