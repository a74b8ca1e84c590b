using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SlotLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_SlotChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OccupancyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<long>(type: "INTEGER", nullable: true),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SealedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Hall = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Room = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_SlotChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_SlotChanges_No",
                table: "booking_SlotChanges",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_SlotChanges_OccupancyId",
                table: "booking_SlotChanges",
                column: "OccupancyId");

            migrationBuilder.CreateIndex(
                name: "IX_booking_SlotChanges_SealedOn_No",
                table: "booking_SlotChanges",
                columns: new[] { "SealedOn", "No" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_SlotChanges");
        }
    }
}
