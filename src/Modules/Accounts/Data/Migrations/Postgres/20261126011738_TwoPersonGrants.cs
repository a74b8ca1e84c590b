using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Kominkan.Accounts.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TwoPersonGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                schema: "accounts",
                table: "Grants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedBy",
                schema: "accounts",
                table: "Grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnKind",
                schema: "accounts",
                table: "Grants",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedBy",
                schema: "accounts",
                table: "Grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedWhy",
                schema: "accounts",
                table: "Grants",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                schema: "accounts",
                table: "Grants",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "Approved");

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                schema: "accounts",
                table: "Grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.InsertData(
                schema: "accounts",
                table: "Roles",
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
                name: "IX_Grants_State",
                schema: "accounts",
                table: "Grants",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Grants_State",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "administrator");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "auditor");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "childrens-hall");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "class-leader");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "instructor");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "librarian");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "representative");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "scheduler");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "volunteer-coordinator");

            migrationBuilder.DeleteData(
                schema: "accounts",
                table: "Roles",
                keyColumn: "Key",
                keyValue: "ward-office");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "OwnKind",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "RefusedWhy",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "State",
                schema: "accounts",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                schema: "accounts",
                table: "Grants");
        }
    }
}
