using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Displacements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CancelledByHall",
                schema: "booking",
                table: "Hires",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Came",
                schema: "booking",
                table: "Blocks",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DisplacedHires",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplacementId = table.Column<Guid>(type: "uuid", nullable: false),
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    OfferedRoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisplacedHires", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Displacements",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    OpenedByName = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Displacements", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DisplacedHires_DisplacementId_HireId",
                schema: "booking",
                table: "DisplacedHires",
                columns: new[] { "DisplacementId", "HireId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisplacedHires_HireId",
                schema: "booking",
                table: "DisplacedHires",
                column: "HireId");

            migrationBuilder.CreateIndex(
                name: "IX_DisplacedHires_State",
                schema: "booking",
                table: "DisplacedHires",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Displacements_HallId_From",
                schema: "booking",
                table: "Displacements",
                columns: new[] { "HallId", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DisplacedHires",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Displacements",
                schema: "booking");

            migrationBuilder.DropColumn(
                name: "CancelledByHall",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "Came",
                schema: "booking",
                table: "Blocks");
        }
    }
}
