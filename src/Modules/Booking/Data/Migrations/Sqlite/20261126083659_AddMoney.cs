using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CheckedInAt",
                table: "booking_Hires",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "At",
                table: "booking_HireFees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "booking_HireFees",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "booking_HireFees",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Item",
                table: "booking_HireFees",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Of",
                table: "booking_HireFees",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RuleId",
                table: "booking_HireFees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Undoes",
                table: "booking_HireFees",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_Equipment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stock = table.Column<int>(type: "INTEGER", nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Equipment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_HireHeads",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Band = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_HireHeads", x => new { x.HireId, x.Band });
                    table.ForeignKey(
                        name: "FK_booking_HireHeads_booking_Hires_HireId",
                        column: x => x.HireId,
                        principalTable: "booking_Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_HireItems",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_HireItems", x => new { x.HireId, x.Name });
                    table.ForeignKey(
                        name: "FK_booking_HireItems_booking_Hires_HireId",
                        column: x => x.HireId,
                        principalTable: "booking_Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_Reductions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Reductions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Roundings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Roundings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_Surcharges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Trigger = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    RoundTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_Surcharges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Equipment_HallId_Name_ValidFrom",
                table: "booking_Equipment",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_HireItems_HallId_Name_Date",
                table: "booking_HireItems",
                columns: new[] { "HallId", "Name", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_Reductions_HallId_Group_Purpose_Item_ValidFrom",
                table: "booking_Reductions",
                columns: new[] { "HallId", "Group", "Purpose", "Item", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Roundings_ValidFrom",
                table: "booking_Roundings",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_Surcharges_HallId_Name_ValidFrom",
                table: "booking_Surcharges",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_Equipment");

            migrationBuilder.DropTable(
                name: "booking_HireHeads");

            migrationBuilder.DropTable(
                name: "booking_HireItems");

            migrationBuilder.DropTable(
                name: "booking_Reductions");

            migrationBuilder.DropTable(
                name: "booking_Roundings");

            migrationBuilder.DropTable(
                name: "booking_Surcharges");

            migrationBuilder.DropColumn(
                name: "CheckedInAt",
                table: "booking_Hires");

            migrationBuilder.DropColumn(
                name: "At",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "By",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "Of",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "RuleId",
                table: "booking_HireFees");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "booking_HireFees");
        }
    }
}
