using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Kominkan.Accounts.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Create : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsDisabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CodeExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RoleKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Roles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsChanged = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Roles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Claims_accounts_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_accounts_Logins_accounts_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_accounts_Passkeys_accounts_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_Tokens_accounts_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ward = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Grants_accounts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounts_Grants_accounts_Roles_RoleKey",
                        column: x => x.RoleKey,
                        principalTable: "accounts_Roles",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_RolePermissions",
                columns: table => new
                {
                    RoleKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Permission = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_RolePermissions", x => new { x.RoleKey, x.Permission });
                    table.ForeignKey(
                        name: "FK_accounts_RolePermissions_accounts_Roles_RoleKey",
                        column: x => x.RoleKey,
                        principalTable: "accounts_Roles",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "accounts_Roles",
                columns: new[] { "Key", "IsChanged", "Label", "Order" },
                values: new object[,]
                {
                    { "counter", false, "窓口", 30 },
                    { "hall-manager", false, "館長", 20 },
                    { "head-office", false, "本部", 10 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Accounts_NormalizedEmail",
                table: "accounts_Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Accounts_NormalizedUserName",
                table: "accounts_Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Changes_AccountId",
                table: "accounts_Changes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Claims_UserId",
                table: "accounts_Claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Grants_AccountId",
                table: "accounts_Grants",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Grants_RoleKey",
                table: "accounts_Grants",
                column: "RoleKey");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Logins_UserId",
                table: "accounts_Logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Passkeys_UserId",
                table: "accounts_Passkeys",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_Changes");

            migrationBuilder.DropTable(
                name: "accounts_Claims");

            migrationBuilder.DropTable(
                name: "accounts_Grants");

            migrationBuilder.DropTable(
                name: "accounts_Logins");

            migrationBuilder.DropTable(
                name: "accounts_Passkeys");

            migrationBuilder.DropTable(
                name: "accounts_RolePermissions");

            migrationBuilder.DropTable(
                name: "accounts_Tokens");

            migrationBuilder.DropTable(
                name: "accounts_Roles");

            migrationBuilder.DropTable(
                name: "accounts_Accounts");
        }
    }
}
