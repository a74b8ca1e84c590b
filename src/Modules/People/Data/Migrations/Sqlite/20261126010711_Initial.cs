using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kominkan.People.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people_Families",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Families", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people_Groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Kana = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Name = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Details_ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Details_ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people_People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KanaKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details_Alias = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Birth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_CardName = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Contact = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_FamilyKana = table.Column<string>(type: "TEXT", nullable: false),
                    Details_FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Gender = table.Column<string>(type: "TEXT", nullable: false),
                    Details_GivenKana = table.Column<string>(type: "TEXT", nullable: false),
                    Details_GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Language = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Mail = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Phone2 = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Phone3 = table.Column<string>(type: "TEXT", nullable: false),
                    Details_PostalCode = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Residency = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Shown = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Street = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Town = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_People", x => x.Id);
                    table.UniqueConstraint("AK_people_People_Number", x => x.Number);
                    table.ForeignKey(
                        name: "FK_people_People_people_People_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_PostalTowns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Prefecture = table.Column<string>(type: "TEXT", nullable: false),
                    City = table.Column<string>(type: "TEXT", nullable: false),
                    Town = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_PostalTowns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people_Purposes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Purposes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people_RosterFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", nullable: false),
                    Heads = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_RosterFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people_RosterMappings",
                columns: table => new
                {
                    Signature = table.Column<string>(type: "TEXT", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_RosterMappings", x => x.Signature);
                });

            migrationBuilder.CreateTable(
                name: "people_Series",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Next = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "people_GroupEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FormerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_GroupEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_GroupEvent_people_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "people_Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurposeKey = table.Column<string>(type: "TEXT", nullable: false),
                    PurposeVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Given = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_Consents_people_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_FamilyMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsHolder = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_FamilyMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_FamilyMembers_people_Families_FamilyId",
                        column: x => x.FamilyId,
                        principalTable: "people_Families",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_people_FamilyMembers_people_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_GroupMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GroupId1 = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_GroupMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_GroupMembers_people_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "people_Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_GroupMembers_people_Groups_GroupId1",
                        column: x => x.GroupId1,
                        principalTable: "people_Groups",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_people_GroupMembers_people_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_Guardianships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GuardianId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Relation = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Guardianships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_Guardianships_people_People_ChildId",
                        column: x => x.ChildId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_Guardianships_people_People_GuardianId",
                        column: x => x.GuardianId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_IdentityChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByAccount = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_IdentityChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_IdentityChecks_people_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_Merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_Merges_people_People_GoneId",
                        column: x => x.GoneId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_Merges_people_People_KeptId",
                        column: x => x.KeptId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_Suspects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DifferentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Suspects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_Suspects_people_People_FirstId",
                        column: x => x.FirstId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_Suspects_people_People_SecondId",
                        column: x => x.SecondId,
                        principalTable: "people_People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_Terms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PersonNumber = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_Terms", x => new { x.Term, x.PersonNumber });
                    table.ForeignKey(
                        name: "FK_people_Terms_people_People_PersonNumber",
                        column: x => x.PersonNumber,
                        principalTable: "people_People",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "people_Series",
                columns: new[] { "Key", "Next" },
                values: new object[] { "person", 100001 });

            migrationBuilder.CreateIndex(
                name: "IX_people_Consents_PersonId",
                table: "people_Consents",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Families_AccountId",
                table: "people_Families",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_FamilyMembers_FamilyId_PersonId",
                table: "people_FamilyMembers",
                columns: new[] { "FamilyId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_FamilyMembers_PersonId",
                table: "people_FamilyMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_people_GroupEvent_GroupId",
                table: "people_GroupEvent",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_people_GroupMembers_GroupId_PersonId",
                table: "people_GroupMembers",
                columns: new[] { "GroupId", "PersonId" },
                unique: true,
                filter: "\"LeftOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_people_GroupMembers_GroupId1",
                table: "people_GroupMembers",
                column: "GroupId1");

            migrationBuilder.CreateIndex(
                name: "IX_people_GroupMembers_PersonId",
                table: "people_GroupMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Groups_NameKey",
                table: "people_Groups",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_Groups_PhoneKey",
                table: "people_Groups",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_Guardianships_ChildId_GuardianId",
                table: "people_Guardianships",
                columns: new[] { "ChildId", "GuardianId" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_people_Guardianships_GuardianId",
                table: "people_Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_people_IdentityChecks_PersonId",
                table: "people_IdentityChecks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Merges_GoneId",
                table: "people_Merges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Merges_KeptId",
                table: "people_Merges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_people_People_KanaKey",
                table: "people_People",
                column: "KanaKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_People_MergedIntoId",
                table: "people_People",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_people_People_NameKey",
                table: "people_People",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_PostalTowns_Code_City_Town",
                table: "people_PostalTowns",
                columns: new[] { "Code", "City", "Town" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_Purposes_Key_Version",
                table: "people_Purposes",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_RosterFiles_UploadedAt",
                table: "people_RosterFiles",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_people_Suspects_FirstId_SecondId",
                table: "people_Suspects",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_Suspects_SecondId",
                table: "people_Suspects",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Terms_PersonNumber",
                table: "people_Terms",
                column: "PersonNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_Consents");

            migrationBuilder.DropTable(
                name: "people_FamilyMembers");

            migrationBuilder.DropTable(
                name: "people_GroupEvent");

            migrationBuilder.DropTable(
                name: "people_GroupMembers");

            migrationBuilder.DropTable(
                name: "people_Guardianships");

            migrationBuilder.DropTable(
                name: "people_IdentityChecks");

            migrationBuilder.DropTable(
                name: "people_Merges");

            migrationBuilder.DropTable(
                name: "people_PostalTowns");

            migrationBuilder.DropTable(
                name: "people_Purposes");

            migrationBuilder.DropTable(
                name: "people_RosterFiles");

            migrationBuilder.DropTable(
                name: "people_RosterMappings");

            migrationBuilder.DropTable(
                name: "people_Series");

            migrationBuilder.DropTable(
                name: "people_Suspects");

            migrationBuilder.DropTable(
                name: "people_Terms");

            migrationBuilder.DropTable(
                name: "people_Families");

            migrationBuilder.DropTable(
                name: "people_Groups");

            migrationBuilder.DropTable(
                name: "people_People");
        }
    }
}
