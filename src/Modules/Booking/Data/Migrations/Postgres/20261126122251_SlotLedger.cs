using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SlotLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SlotChanges",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OccupancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<long>(type: "bigint", nullable: true),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SealedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Hall = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Room = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Use = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SlotChanges_No",
                schema: "booking",
                table: "SlotChanges",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SlotChanges_OccupancyId",
                schema: "booking",
                table: "SlotChanges",
                column: "OccupancyId");

            migrationBuilder.CreateIndex(
                name: "IX_SlotChanges_SealedOn_No",
                schema: "booking",
                table: "SlotChanges",
                columns: new[] { "SealedOn", "No" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SlotChanges",
                schema: "booking");
        }
    }
}
