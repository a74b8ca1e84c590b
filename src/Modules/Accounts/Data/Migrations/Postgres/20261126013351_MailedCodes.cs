using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Accounts.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MailedCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Accounts_NormalizedEmail",
                schema: "accounts",
                table: "Accounts");

            migrationBuilder.CreateTable(
                name: "MailedCodes",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AddressKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tried = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailedCodes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedEmail",
                schema: "accounts",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailedCodes_AddressKey_SentAt",
                schema: "accounts",
                table: "MailedCodes",
                columns: new[] { "AddressKey", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MailedCodes_SentAt",
                schema: "accounts",
                table: "MailedCodes",
                column: "SentAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailedCodes",
                schema: "accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_NormalizedEmail",
                schema: "accounts",
                table: "Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedEmail",
                schema: "accounts",
                table: "Accounts",
                column: "NormalizedEmail");
        }
    }
}
