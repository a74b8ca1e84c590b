using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Cashier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cashier_Bills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Payer = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Due = table.Column<int>(type: "INTEGER", nullable: false),
                    Paid = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Bills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Drawers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClerkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClerkName = table.Column<string>(type: "TEXT", nullable: false),
                    Float = table.Column<int>(type: "INTEGER", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Counted = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Drawers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    FormNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Forms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BillId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cashier_Attempts_cashier_Bills_BillId",
                        column: x => x.BillId,
                        principalTable: "cashier_Bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BillId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Yen = table.Column<int>(type: "INTEGER", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    Payer = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClerkId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClerkName = table.Column<string>(type: "TEXT", nullable: false),
                    ReversesId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cashier_Receipts_cashier_Bills_BillId",
                        column: x => x.BillId,
                        principalTable: "cashier_Bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cashier_Receipts_cashier_Drawers_DrawerId",
                        column: x => x.DrawerId,
                        principalTable: "cashier_Drawers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cashier_Receipts_cashier_Receipts_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "cashier_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Issues",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Issues", x => new { x.ReceiptId, x.No });
                    table.ForeignKey(
                        name: "FK_cashier_Issues_cashier_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "cashier_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cashier_Reversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Waiting = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cashier_Reversals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cashier_Reversals_cashier_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "cashier_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Attempts_BillId",
                table: "cashier_Attempts",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Attempts_Outcome_StartedAt",
                table: "cashier_Attempts",
                columns: new[] { "Outcome", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Attempts_Reference",
                table: "cashier_Attempts",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Bills_HallId_Day",
                table: "cashier_Bills",
                columns: new[] { "HallId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Bills_Number",
                table: "cashier_Bills",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Bills_Subject",
                table: "cashier_Bills",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Drawers_HallId_ClerkId_Date",
                table: "cashier_Drawers",
                columns: new[] { "HallId", "ClerkId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Drawers_HallId_Date",
                table: "cashier_Drawers",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Forms_ValidFrom",
                table: "cashier_Forms",
                column: "ValidFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Receipts_BillId",
                table: "cashier_Receipts",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Receipts_DrawerId",
                table: "cashier_Receipts",
                column: "DrawerId");

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Receipts_HallId_Date",
                table: "cashier_Receipts",
                columns: new[] { "HallId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Receipts_HallId_FiscalYear_Serial",
                table: "cashier_Receipts",
                columns: new[] { "HallId", "FiscalYear", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Receipts_ReversesId",
                table: "cashier_Receipts",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Reversals_HallId_AskedAt",
                table: "cashier_Reversals",
                columns: new[] { "HallId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Reversals_ReceiptId",
                table: "cashier_Reversals",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_cashier_Reversals_Waiting",
                table: "cashier_Reversals",
                column: "Waiting",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cashier_Attempts");

            migrationBuilder.DropTable(
                name: "cashier_Forms");

            migrationBuilder.DropTable(
                name: "cashier_Issues");

            migrationBuilder.DropTable(
                name: "cashier_Reversals");

            migrationBuilder.DropTable(
                name: "cashier_Receipts");

            migrationBuilder.DropTable(
                name: "cashier_Bills");

            migrationBuilder.DropTable(
                name: "cashier_Drawers");
        }
    }
}
