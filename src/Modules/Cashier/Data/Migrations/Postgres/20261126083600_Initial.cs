using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Cashier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "cashier");

            migrationBuilder.CreateTable(
                name: "Bills",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Payer = table.Column<string>(type: "text", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Url = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Due = table.Column<int>(type: "integer", nullable: false),
                    Paid = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drawers",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    ClerkId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClerkName = table.Column<string>(type: "text", nullable: false),
                    Float = table.Column<int>(type: "integer", nullable: false),
                    Expected = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "text", nullable: false),
                    Counted = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drawers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Forms",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    FormNumber = table.Column<string>(type: "text", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Forms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Attempts",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attempts_Bills_BillId",
                        column: x => x.BillId,
                        principalSchema: "cashier",
                        principalTable: "Bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Method = table.Column<int>(type: "integer", nullable: false),
                    DrawerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Yen = table.Column<int>(type: "integer", nullable: false),
                    FiscalYear = table.Column<int>(type: "integer", nullable: false),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    Payer = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    ClerkId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClerkName = table.Column<string>(type: "text", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Bills_BillId",
                        column: x => x.BillId,
                        principalSchema: "cashier",
                        principalTable: "Bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Receipts_Drawers_DrawerId",
                        column: x => x.DrawerId,
                        principalSchema: "cashier",
                        principalTable: "Drawers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Receipts_Receipts_ReversesId",
                        column: x => x.ReversesId,
                        principalSchema: "cashier",
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Issues",
                schema: "cashier",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Issues", x => new { x.ReceiptId, x.No });
                    table.ForeignKey(
                        name: "FK_Issues_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalSchema: "cashier",
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reversals",
                schema: "cashier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HallId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Waiting = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<string>(type: "text", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AnsweredBy = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reversals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reversals_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalSchema: "cashier",
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_BillId",
                schema: "cashier",
                table: "Attempts",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Outcome_StartedAt",
                schema: "cashier",
                table: "Attempts",
                columns: new[] { "Outcome", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Reference",
                schema: "cashier",
                table: "Attempts",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bills_HallId_Day",
                schema: "cashier",
                table: "Bills",
                columns: new[] { "HallId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_Number",
                schema: "cashier",
                table: "Bills",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_Bills_Subject",
                schema: "cashier",
                table: "Bills",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drawers_HallId_ClerkId_Date",
                schema: "cashier",
                table: "Drawers",
                columns: new[] { "HallId", "ClerkId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drawers_HallId_Date",
                schema: "cashier",
                table: "Drawers",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Forms_ValidFrom",
                schema: "cashier",
                table: "Forms",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_BillId",
                schema: "cashier",
                table: "Receipts",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_DrawerId",
                schema: "cashier",
                table: "Receipts",
                column: "DrawerId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_HallId_Date",
                schema: "cashier",
                table: "Receipts",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_HallId_FiscalYear_Serial",
                schema: "cashier",
                table: "Receipts",
                columns: new[] { "HallId", "FiscalYear", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_ReversesId",
                schema: "cashier",
                table: "Receipts",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_HallId_AskedAt",
                schema: "cashier",
                table: "Reversals",
                columns: new[] { "HallId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_ReceiptId",
                schema: "cashier",
                table: "Reversals",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_Waiting",
                schema: "cashier",
                table: "Reversals",
                column: "Waiting",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attempts",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Forms",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Issues",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Reversals",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Receipts",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Bills",
                schema: "cashier");

            migrationBuilder.DropTable(
                name: "Drawers",
                schema: "cashier");
        }
    }
}
