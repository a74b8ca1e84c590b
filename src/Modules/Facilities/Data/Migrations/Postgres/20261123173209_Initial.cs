using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Facilities.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "facilities");

            migrationBuilder.CreateTable(
                name: "halls",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_halls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_halls_halls_ParentId",
                        column: x => x.ParentId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wards",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "closures",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_closures_halls_HallId",
                        column: x => x.HallId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "opening_rules",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    OtherDays = table.Column<int>(type: "integer", nullable: false),
                    OtherOpens = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    OtherCloses = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    ClosedOn = table.Column<int>(type: "integer", nullable: true),
                    ShiftsOnHoliday = table.Column<bool>(type: "boolean", nullable: false),
                    MonthlyNth = table.Column<int>(type: "integer", nullable: true),
                    MonthlyOn = table.Column<int>(type: "integer", nullable: true),
                    NewYearFrom = table.Column<int>(type: "integer", nullable: true),
                    NewYearTo = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_rules_halls_HallId",
                        column: x => x.HallId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Capacity = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    IsLibrary = table.Column<bool>(type: "boolean", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rooms_halls_HallId",
                        column: x => x.HallId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spaces",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spaces_halls_HallId",
                        column: x => x.HallId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hall_details",
                schema: "facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LocatedIn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_details", x => x.Id);
                    table.ForeignKey(
                        name: "FK_hall_details_halls_HallId",
                        column: x => x.HallId,
                        principalSchema: "facilities",
                        principalTable: "halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_hall_details_wards_WardId",
                        column: x => x.WardId,
                        principalSchema: "facilities",
                        principalTable: "wards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_spaces",
                schema: "facilities",
                columns: table => new
                {
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_room_spaces", x => new { x.RoomId, x.SpaceId });
                    table.ForeignKey(
                        name: "FK_room_spaces_rooms_RoomId",
                        column: x => x.RoomId,
                        principalSchema: "facilities",
                        principalTable: "rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_room_spaces_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalSchema: "facilities",
                        principalTable: "spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_closures_HallId_From",
                schema: "facilities",
                table: "closures",
                columns: new[] { "HallId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_hall_details_HallId_ValidFrom",
                schema: "facilities",
                table: "hall_details",
                columns: new[] { "HallId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_details_WardId",
                schema: "facilities",
                table: "hall_details",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_halls_No",
                schema: "facilities",
                table: "halls",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_halls_ParentId",
                schema: "facilities",
                table: "halls",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_opening_rules_HallId_Part_ValidFrom",
                schema: "facilities",
                table: "opening_rules",
                columns: new[] { "HallId", "Part", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_room_spaces_SpaceId",
                schema: "facilities",
                table: "room_spaces",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_rooms_HallId_No",
                schema: "facilities",
                table: "rooms",
                columns: new[] { "HallId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spaces_HallId",
                schema: "facilities",
                table: "spaces",
                column: "HallId");

            migrationBuilder.CreateIndex(
                name: "IX_wards_Name",
                schema: "facilities",
                table: "wards",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closures",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "hall_details",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "opening_rules",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "room_spaces",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "wards",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "rooms",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "spaces",
                schema: "facilities");

            migrationBuilder.DropTable(
                name: "halls",
                schema: "facilities");
        }
    }
}
