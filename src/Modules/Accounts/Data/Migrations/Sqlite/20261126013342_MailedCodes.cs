using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Accounts.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailedCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_accounts_Accounts_NormalizedEmail",
                table: "accounts_Accounts");

            migrationBuilder.CreateTable(
                name: "accounts_MailedCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tried = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_MailedCodes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Accounts_NormalizedEmail",
                table: "accounts_Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_MailedCodes_AddressKey_SentAt",
                table: "accounts_MailedCodes",
                columns: new[] { "AddressKey", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_MailedCodes_SentAt",
                table: "accounts_MailedCodes",
                column: "SentAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_MailedCodes");

            migrationBuilder.DropIndex(
                name: "IX_accounts_Accounts_NormalizedEmail",
                table: "accounts_Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Accounts_NormalizedEmail",
                table: "accounts_Accounts",
                column: "NormalizedEmail");
        }
    }
}
