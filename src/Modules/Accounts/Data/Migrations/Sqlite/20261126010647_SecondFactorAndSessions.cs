using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Accounts.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondFactorAndSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CodeIssuedBy",
                table: "accounts_Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FactorsRemovedBy",
                table: "accounts_Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsContractor",
                table: "accounts_Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "accounts_Accounts",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "Staff");

            migrationBuilder.AddColumn<long>(
                name: "LastTotpStep",
                table: "accounts_Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TotpSecret",
                table: "accounts_Accounts",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts_RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_RecoveryCodes_accounts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsOwnDevice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Sessions_accounts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_SpentProofs",
                columns: table => new
                {
                    Challenge = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_SpentProofs", x => x.Challenge);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_RecoveryCodes_AccountId",
                table: "accounts_RecoveryCodes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Sessions_AccountId",
                table: "accounts_Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Sessions_EndsAt",
                table: "accounts_Sessions",
                column: "EndsAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_RecoveryCodes");

            migrationBuilder.DropTable(
                name: "accounts_Sessions");

            migrationBuilder.DropTable(
                name: "accounts_SpentProofs");

            migrationBuilder.DropColumn(
                name: "CodeIssuedBy",
                table: "accounts_Accounts");

            migrationBuilder.DropColumn(
                name: "FactorsRemovedBy",
                table: "accounts_Accounts");

            migrationBuilder.DropColumn(
                name: "IsContractor",
                table: "accounts_Accounts");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "accounts_Accounts");

            migrationBuilder.DropColumn(
                name: "LastTotpStep",
                table: "accounts_Accounts");

            migrationBuilder.DropColumn(
                name: "TotpSecret",
                table: "accounts_Accounts");
        }
    }
}
