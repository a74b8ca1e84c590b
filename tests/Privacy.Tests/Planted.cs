using System.Text;
using Kominkan.Audit;
using Kominkan.Notifications.Contracts;
using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Privacy.Tests;

/// <summary>Somebody with a name nobody else has, put wherever the system keeps people; and the search for what is left of them.</summary>
internal static class Planted
{
    public const string Family = "鸛巣";
    public const string Given = "翡翠子";
    public const string Kana = "コウノス";
    public const string Phone = "090-7531-8642";
    public const string Mail = "kounosu@kawasemi.example";

    /// <summary>What must not be left: the name's parts, the folded kana, the number as written and as digits, the address.</summary>
    public static readonly string[] Marks = [Family, Given, Kana, JapaneseText.SearchKey(Kana), Phone, "09075318642", "kawasemi", "KAWASEMI"];

    public static async Task<Guid> PlantAsync(this KominkanApp app)
    {
        var birth = new DateOnly(1961, 5, 6);
        var person = await app.DoAsync(s => s.GetRequiredService<IPeople>().RegisterAsync(new PersonDetails { FamilyName = Family, GivenName = Given, FamilyKana = Kana, GivenKana = "ヒスイコ", Birth = birth, Phone = Phone, Mail = Mail, Town = "熊本市中央区", Street = "川端町" }));
        // In two halls, linked to nobody: once by birth date, once by telephone.
        foreach (var (hall, phone, born) in new[] { ("1", "096-000-0000", (DateOnly?)birth), ("2", Phone, null) })
        {
            var course = await app.CourseAsync(new GivenCourse { Hall = hall });
            var slip = await app.ApplicationAsync(course, new GivenApplication { People = [[Family, Given, Kana, "ヒスイコ"]], Birth = born, Phone = phone });
            await app.DoAsync(s => s.GetRequiredService<IMessages>().PostAsync(new NewMessage
            {
                Kind = "test",
                Subject = slip,
                Channel = MessageChannel.Mail,
                Recipient = new MessageRecipient($"{Family}　{Given}", Mail),
                Title = $"{Family}様へ",
                Body = $"{Given}様の席が決まりました。",
            }));
        }

        // A room hired at the desk, linked to nobody, permitted when a paper was seen.
        await app.ShownAsync(await app.HireAsync(new GivenHire { Group = $"{Family}の会", Family = Family, Given = Given, FamilyKana = Kana, GivenKana = "ヒスイコ", Phone = Phone, Mail = Mail, Purpose = $"{Family}の集まり", Tie = GivenRooms.ActiveTie }));
        return person;
    }

    /// <summary>Marks still found: in every byte of the files, or in every cell of every table where the server keeps the files.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(this KominkanApp app)
    {
        var left = new List<string>();
        if (TestDatabase.Provider == Provider.Sqlite)
        {
            foreach (var file in Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes);
                left.AddRange(Marks.Where(m => Holds(bytes, Encoding.UTF8, m) || Holds(bytes, Encoding.Unicode, m)).Select(m => $"{Path.GetFileName(file)}: {m}"));
            }
        }

        left.AddRange(await app.DoAsync(async services =>
        {
            var found = new List<string>();
            foreach (var context in services.GetServices<ModuleDatabase>().Select(m => (DbContext)services.GetRequiredService(m.Context)))
            {
                var sql = context.GetService<ISqlGenerationHelper>();
                foreach (var table in context.Model.GetRelationalModel().Tables)
                {
                    await using var command = context.Database.GetDbConnection().CreateCommand();
                    command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of our own tables.
                    command.CommandText = $"SELECT * FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
#pragma warning restore CA2100
                    await using var reader = await command.ExecuteReaderAsync();
                    while (await reader.ReadAsync())
                    {
                        var cells = new object[reader.FieldCount];
                        reader.GetValues(cells);
                        found.AddRange(Marks.Where(m => cells.Any(c => c is string text && text.Contains(m, StringComparison.Ordinal))).Select(m => $"{table.Name}: {m}"));
                    }
                }
            }

            return found;
        }));
        return left;
    }

    private static bool Holds(MemoryStream bytes, Encoding encoding, string mark) => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(encoding.GetBytes(mark)) >= 0;
}
