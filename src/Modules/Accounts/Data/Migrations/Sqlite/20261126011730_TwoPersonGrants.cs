using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Kominkan.Accounts.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TwoPersonGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "accounts_Grants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedBy",
                table: "accounts_Grants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnKind",
                table: "accounts_Grants",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedBy",
                table: "accounts_Grants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedWhy",
                table: "accounts_Grants",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "accounts_Grants",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "Approved");

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "accounts_Grants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.InsertData(
                table: "accounts_Roles",
                columns: new[] { "Key", "IsChanged", "Label", "Order" },
                values: new object[,]
                {
                    { "administrator", false, "システム管理", 80 },
                    { "auditor", false, "監査", 90 },
                    { "childrens-hall", false, "児童館", 50 },
                    { "class-leader", false, "家庭教育学級の代表", 120 },
                    { "instructor", false, "講師", 100 },
                    { "librarian", false, "図書室", 40 },
                    { "representative", false, "サークル代表", 110 },
                    { "scheduler", false, "計画担当", 60 },
                    { "volunteer-coordinator", false, "ボランティア調整", 130 },
                    { "ward-office", false, "区役所", 70 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Grants_State",
                table: "accounts_Grants",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_accounts_Grants_State",
                table: "accounts_Grants");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "administrator");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "auditor");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "childrens-hall");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "class-leader");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "instructor");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "librarian");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "representative");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "scheduler");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "volunteer-coordinator");

            migrationBuilder.DeleteData(
                table: "accounts_Roles",
                keyColumn: "Key",
                keyValue: "ward-office");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "OwnKind",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "RefusedWhy",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "State",
                table: "accounts_Grants");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "accounts_Grants");
        }
    }
}
