using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Displacements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CancelledByHall",
                table: "booking_Hires",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Came",
                table: "booking_Blocks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_DisplacedHires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferedRoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_DisplacedHires", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Displacements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OpenedByName = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Displacements", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_DisplacedHires_DisplacementId_HireId",
                table: "booking_DisplacedHires",
                columns: new[] { "DisplacementId", "HireId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_DisplacedHires_HireId",
                table: "booking_DisplacedHires",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_DisplacedHires_State",
                table: "booking_DisplacedHires",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_booking_Displacements_HallId_From",
                table: "booking_Displacements",
                columns: new[] { "HallId", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_DisplacedHires");

            migrationBuilder.DropTable(
                name: "booking_Displacements");

            migrationBuilder.DropColumn(
                name: "CancelledByHall",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "Came",
                table: "booking_Blocks");
        }
    }
}
