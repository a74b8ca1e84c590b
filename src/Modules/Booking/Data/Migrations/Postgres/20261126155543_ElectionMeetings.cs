using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ElectionMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Meetings",
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
                    Election = table.Column<string>(type: "text", nullable: false),
                    Candidate = table.Column<string>(type: "text", nullable: false),
                    Kana = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    CandidateKey = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeetingFees",
                schema: "booking",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingFees", x => new { x.MeetingId, x.Line });
                    table.ForeignKey(
                        name: "FK_MeetingFees_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalSchema: "booking",
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HallId_CandidateKey",
                schema: "booking",
                table: "Meetings",
                columns: new[] { "HallId", "CandidateKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HallId_Date",
                schema: "booking",
                table: "Meetings",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_KanaKey",
                schema: "booking",
                table: "Meetings",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Number",
                schema: "booking",
                table: "Meetings",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeetingFees",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Meetings",
                schema: "booking");
        }
    }
}
