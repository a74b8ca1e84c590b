using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.Notifications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notifications_Messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    HallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    LinkPath = table.Column<string>(type: "TEXT", nullable: true),
                    LinkLabel = table.Column<string>(type: "TEXT", nullable: true),
                    Urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    News = table.Column<bool>(type: "INTEGER", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    SentWith = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Messages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_AccountId",
                table: "notifications_Messages",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_HallId_State",
                table: "notifications_Messages",
                columns: new[] { "HallId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_Kind_Subject_RecipientKey_Period",
                table: "notifications_Messages",
                columns: new[] { "Kind", "Subject", "RecipientKey", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_PersonId",
                table: "notifications_Messages",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_RecipientKey_State",
                table: "notifications_Messages",
                columns: new[] { "RecipientKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_State_Channel_DueAt",
                table: "notifications_Messages",
                columns: new[] { "State", "Channel", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Messages_Subject",
                table: "notifications_Messages",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_Messages");
        }
    }
}
