using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.People.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "people");

            migrationBuilder.CreateTable(
                name: "Families",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Families", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NameKey = table.Column<string>(type: "text", nullable: false),
                    KanaKey = table.Column<string>(type: "text", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Details_Kana = table.Column<string>(type: "text", nullable: false),
                    Details_Kind = table.Column<int>(type: "integer", nullable: false),
                    Details_Mail = table.Column<string>(type: "text", nullable: false),
                    Details_Name = table.Column<string>(type: "text", nullable: false),
                    Details_Phone = table.Column<string>(type: "text", nullable: false),
                    Details_Purpose = table.Column<string>(type: "text", nullable: false),
                    Details_Rules = table.Column<string>(type: "text", nullable: false),
                    Details_ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Details_ValidUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    KanaKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Details_Alias = table.Column<string>(type: "text", nullable: false),
                    Details_Birth = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_CardName = table.Column<string>(type: "text", nullable: false),
                    Details_Contact = table.Column<int>(type: "integer", nullable: false),
                    Details_FamilyKana = table.Column<string>(type: "text", nullable: false),
                    Details_FamilyName = table.Column<string>(type: "text", nullable: false),
                    Details_Gender = table.Column<string>(type: "text", nullable: false),
                    Details_GivenKana = table.Column<string>(type: "text", nullable: false),
                    Details_GivenName = table.Column<string>(type: "text", nullable: false),
                    Details_Language = table.Column<string>(type: "text", nullable: false),
                    Details_Mail = table.Column<string>(type: "text", nullable: false),
                    Details_Phone = table.Column<string>(type: "text", nullable: false),
                    Details_Phone2 = table.Column<string>(type: "text", nullable: false),
                    Details_Phone3 = table.Column<string>(type: "text", nullable: false),
                    Details_PostalCode = table.Column<string>(type: "text", nullable: false),
                    Details_Residency = table.Column<int>(type: "integer", nullable: false),
                    Details_Shown = table.Column<int>(type: "integer", nullable: false),
                    Details_Street = table.Column<string>(type: "text", nullable: false),
                    Details_Town = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.UniqueConstraint("AK_People_Number", x => x.Number);
                    table.ForeignKey(
                        name: "FK_People_People_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PostalTowns",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Prefecture = table.Column<string>(type: "text", nullable: false),
                    City = table.Column<string>(type: "text", nullable: false),
                    Town = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostalTowns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Purposes",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Effect = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purposes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RosterFiles",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Signature = table.Column<string>(type: "text", nullable: false),
                    Heads = table.Column<string>(type: "text", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Result = table.Column<byte[]>(type: "bytea", nullable: false),
                    Counts = table.Column<string>(type: "text", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RosterMappings",
                schema: "people",
                columns: table => new
                {
                    Signature = table.Column<string>(type: "text", nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterMappings", x => x.Signature);
                });

            migrationBuilder.CreateTable(
                name: "Series",
                schema: "people",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Next = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "GroupEvent",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    FormerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupEvent_Groups_GroupId",
                        column: x => x.GroupId,
                        principalSchema: "people",
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PurposeKey = table.Column<string>(type: "text", nullable: false),
                    PurposeVersion = table.Column<int>(type: "integer", nullable: false),
                    Given = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_People_PersonId",
                        column: x => x.PersonId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FamilyMembers",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FamilyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsHolder = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FamilyMembers_Families_FamilyId",
                        column: x => x.FamilyId,
                        principalSchema: "people",
                        principalTable: "Families",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FamilyMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupMembers",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GroupId1 = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupMembers_Groups_GroupId",
                        column: x => x.GroupId,
                        principalSchema: "people",
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupMembers_Groups_GroupId1",
                        column: x => x.GroupId1,
                        principalSchema: "people",
                        principalTable: "Groups",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_GroupMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Guardianships",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    GuardianId = table.Column<Guid>(type: "uuid", nullable: false),
                    Relation = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardianships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guardianships_People_ChildId",
                        column: x => x.ChildId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Guardianships_People_GuardianId",
                        column: x => x.GuardianId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdentityChecks",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ByAccount = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityChecks_People_PersonId",
                        column: x => x.PersonId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Merges",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    Moved = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Merges_People_GoneId",
                        column: x => x.GoneId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Merges_People_KeptId",
                        column: x => x.KeptId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Suspects",
                schema: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DifferentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suspects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suspects_People_FirstId",
                        column: x => x.FirstId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suspects_People_SecondId",
                        column: x => x.SecondId,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Terms",
                schema: "people",
                columns: table => new
                {
                    Term = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PersonNumber = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => new { x.Term, x.PersonNumber });
                    table.ForeignKey(
                        name: "FK_Terms_People_PersonNumber",
                        column: x => x.PersonNumber,
                        principalSchema: "people",
                        principalTable: "People",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "people",
                table: "Series",
                columns: new[] { "Key", "Next" },
                values: new object[] { "person", 100001 });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_PersonId",
                schema: "people",
                table: "Consents",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Families_AccountId",
                schema: "people",
                table: "Families",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyMembers_FamilyId_PersonId",
                schema: "people",
                table: "FamilyMembers",
                columns: new[] { "FamilyId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyMembers_PersonId",
                schema: "people",
                table: "FamilyMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupEvent_GroupId",
                schema: "people",
                table: "GroupEvent",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_GroupId_PersonId",
                schema: "people",
                table: "GroupMembers",
                columns: new[] { "GroupId", "PersonId" },
                unique: true,
                filter: "\"LeftOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_GroupId1",
                schema: "people",
                table: "GroupMembers",
                column: "GroupId1");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_PersonId",
                schema: "people",
                table: "GroupMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_NameKey",
                schema: "people",
                table: "Groups",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_PhoneKey",
                schema: "people",
                table: "Groups",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_ChildId_GuardianId",
                schema: "people",
                table: "Guardianships",
                columns: new[] { "ChildId", "GuardianId" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_GuardianId",
                schema: "people",
                table: "Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityChecks_PersonId",
                schema: "people",
                table: "IdentityChecks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_GoneId",
                schema: "people",
                table: "Merges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_KeptId",
                schema: "people",
                table: "Merges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_People_KanaKey",
                schema: "people",
                table: "People",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_People_MergedIntoId",
                schema: "people",
                table: "People",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_People_NameKey",
                schema: "people",
                table: "People",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_PostalTowns_Code_City_Town",
                schema: "people",
                table: "PostalTowns",
                columns: new[] { "Code", "City", "Town" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Purposes_Key_Version",
                schema: "people",
                table: "Purposes",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterFiles_UploadedAt",
                schema: "people",
                table: "RosterFiles",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Suspects_FirstId_SecondId",
                schema: "people",
                table: "Suspects",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suspects_SecondId",
                schema: "people",
                table: "Suspects",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_Terms_PersonNumber",
                schema: "people",
                table: "Terms",
                column: "PersonNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Consents",
                schema: "people");

            migrationBuilder.DropTable(
                name: "FamilyMembers",
                schema: "people");

            migrationBuilder.DropTable(
                name: "GroupEvent",
                schema: "people");

            migrationBuilder.DropTable(
                name: "GroupMembers",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Guardianships",
                schema: "people");

            migrationBuilder.DropTable(
                name: "IdentityChecks",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Merges",
                schema: "people");

            migrationBuilder.DropTable(
                name: "PostalTowns",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Purposes",
                schema: "people");

            migrationBuilder.DropTable(
                name: "RosterFiles",
                schema: "people");

            migrationBuilder.DropTable(
                name: "RosterMappings",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Series",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Suspects",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Terms",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Families",
                schema: "people");

            migrationBuilder.DropTable(
                name: "Groups",
                schema: "people");

            migrationBuilder.DropTable(
                name: "People",
                schema: "people");
        }
    }
}
