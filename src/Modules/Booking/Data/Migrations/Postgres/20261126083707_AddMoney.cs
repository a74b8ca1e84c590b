using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Booking.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CheckedInAt",
                schema: "booking",
                table: "Hires",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "At",
                schema: "booking",
                table: "HireFees",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                schema: "booking",
                table: "HireFees",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                schema: "booking",
                table: "HireFees",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Item",
                schema: "booking",
                table: "HireFees",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Of",
                schema: "booking",
                table: "HireFees",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RuleId",
                schema: "booking",
                table: "HireFees",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Undoes",
                schema: "booking",
                table: "HireFees",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Equipment",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Stock = table.Column<int>(type: "integer", nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Equipment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HireHeads",
                schema: "booking",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    Band = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HireHeads", x => new { x.HireId, x.Band });
                    table.ForeignKey(
                        name: "FK_HireHeads_Hires_HireId",
                        column: x => x.HireId,
                        principalSchema: "booking",
                        principalTable: "Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HireItems",
                schema: "booking",
                columns: table => new
                {
                    HireId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HireItems", x => new { x.HireId, x.Name });
                    table.ForeignKey(
                        name: "FK_HireItems_Hires_HireId",
                        column: x => x.HireId,
                        principalSchema: "booking",
                        principalTable: "Hires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reductions",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<int>(type: "integer", nullable: true),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    RoundTo = table.Column<int>(type: "integer", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reductions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Roundings",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundTo = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roundings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Surcharges",
                schema: "booking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Trigger = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<int>(type: "integer", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: true),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    RoundTo = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surcharges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Equipment_HallId_Name_ValidFrom",
                schema: "booking",
                table: "Equipment",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HireItems_HallId_Name_Date",
                schema: "booking",
                table: "HireItems",
                columns: new[] { "HallId", "Name", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Reductions_HallId_Group_Purpose_Item_ValidFrom",
                schema: "booking",
                table: "Reductions",
                columns: new[] { "HallId", "Group", "Purpose", "Item", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Roundings_ValidFrom",
                schema: "booking",
                table: "Roundings",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Surcharges_HallId_Name_ValidFrom",
                schema: "booking",
                table: "Surcharges",
                columns: new[] { "HallId", "Name", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Equipment",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "HireHeads",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "HireItems",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Reductions",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Roundings",
                schema: "booking");

            migrationBuilder.DropTable(
                name: "Surcharges",
                schema: "booking");

            migrationBuilder.DropColumn(
                name: "CheckedInAt",
                schema: "booking",
                table: "Hires");

            migrationBuilder.DropColumn(
                name: "At",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "By",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "Evidence",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "Item",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "Of",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "RuleId",
                schema: "booking",
                table: "HireFees");

            migrationBuilder.DropColumn(
                name: "Undoes",
                schema: "booking",
                table: "HireFees");
        }
    }
}
