using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Facilities.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "facilities_halls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_halls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_halls_facilities_halls_ParentId",
                        column: x => x.ParentId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "facilities_wards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_wards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facilities_closures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_closures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_closures_facilities_halls_HallId",
                        column: x => x.HallId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "facilities_opening_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Closes = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    OtherDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherOpens = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    OtherCloses = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ShiftsOnHoliday = table.Column<bool>(type: "INTEGER", nullable: false),
                    MonthlyNth = table.Column<int>(type: "INTEGER", nullable: true),
                    MonthlyOn = table.Column<int>(type: "INTEGER", nullable: true),
                    NewYearFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    NewYearTo = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_opening_rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_opening_rules_facilities_halls_HallId",
                        column: x => x.HallId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "facilities_rooms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsLibrary = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_rooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_rooms_facilities_halls_HallId",
                        column: x => x.HallId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "facilities_spaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_spaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_spaces_facilities_halls_HallId",
                        column: x => x.HallId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "facilities_hall_details",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LocatedIn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_hall_details", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_hall_details_facilities_halls_HallId",
                        column: x => x.HallId,
                        principalTable: "facilities_halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_facilities_hall_details_facilities_wards_WardId",
                        column: x => x.WardId,
                        principalTable: "facilities_wards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "facilities_room_spaces",
                columns: table => new
                {
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_room_spaces", x => new { x.RoomId, x.SpaceId });
                    table.ForeignKey(
                        name: "FK_facilities_room_spaces_facilities_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "facilities_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_facilities_room_spaces_facilities_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "facilities_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_facilities_closures_HallId_From",
                table: "facilities_closures",
                columns: new[] { "HallId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_facilities_hall_details_HallId_ValidFrom",
                table: "facilities_hall_details",
                columns: new[] { "HallId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facilities_hall_details_WardId",
                table: "facilities_hall_details",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_halls_No",
                table: "facilities_halls",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facilities_halls_ParentId",
                table: "facilities_halls",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_opening_rules_HallId_Part_ValidFrom",
                table: "facilities_opening_rules",
                columns: new[] { "HallId", "Part", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facilities_room_spaces_SpaceId",
                table: "facilities_room_spaces",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_rooms_HallId_No",
                table: "facilities_rooms",
                columns: new[] { "HallId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facilities_spaces_HallId",
                table: "facilities_spaces",
                column: "HallId");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_wards_Name",
                table: "facilities_wards",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "facilities_closures");

            migrationBuilder.DropTable(
                name: "facilities_hall_details");

            migrationBuilder.DropTable(
                name: "facilities_opening_rules");

            migrationBuilder.DropTable(
                name: "facilities_room_spaces");

            migrationBuilder.DropTable(
                name: "facilities_wards");

            migrationBuilder.DropTable(
                name: "facilities_rooms");

            migrationBuilder.DropTable(
                name: "facilities_spaces");

            migrationBuilder.DropTable(
                name: "facilities_halls");
        }
    }
}
