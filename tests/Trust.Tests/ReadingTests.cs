using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>Reading changes nothing: a browser that fetches ahead, a search engine or a link in a mail may open any address.</summary>
[Collection(OneWorld.Name)]
public sealed class ReadingTests(World world)
{
    /// <summary>What is written because somebody read.</summary>
    private static readonly Dictionary<string, string> Written = new()
    {
        ["audit"] = "who saw whom",
        ["Sessions"] = "when a session was last used",
        ["SeenSessions"] = "when a session was last used",
    };

    [Fact]
    public async Task Opening_every_page_twice_changes_no_row()
    {
        using var office = (await world.SignInAsync(RoleKeys.HeadOffice, null)).Browser;
        var before = await ContentAsync();
        foreach (var url in world.Everything.Pages.Select(p => p.Url).Distinct())
        {
            await office.OpenAsync(url);
        }

        foreach (var address in world.Addresses.SelectMany(a => world.Everything.PathsOf(a.Route).Take(1)))
        {
            await office.OpenAsync(address);
            await office.OpenAsync(address + "?handler=Delete&handler=Post&confirm=true");
        }

        var after = await ContentAsync();
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.True(before.All(t => after[t.Key] == t.Value), "Reading changed " + string.Join(", ", before.Where(t => after[t.Key] != t.Value).Select(t => t.Key)));
    }

    /// <summary>A fingerprint of every table.</summary>
    private Task<Dictionary<string, string>> ContentAsync() => world.App.DoAsync(async services =>
    {
        var tables = new Dictionary<string, string>();
        foreach (var module in services.GetServices<ModuleDatabase>().Where(m => !Written.ContainsKey(m.Name)))
        {
            var context = (DbContext)services.GetRequiredService(module.Context);
            var sql = context.GetService<ISqlGenerationHelper>();
            foreach (var table in context.Model.GetRelationalModel().Tables.Where(t => !Written.ContainsKey(t.Name.Split('_')[^1])))
            {
                await using var command = context.Database.GetDbConnection().CreateCommand();
                command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of our own tables.
                command.CommandText = $"SELECT * FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                {
                    var cells = new object[reader.FieldCount];
                    reader.GetValues(cells);
                    rows.Add(string.Join('|', cells.Select(c => c is byte[] bytes ? Convert.ToHexString(bytes) : c.ToString())));
                }

                rows.Sort(StringComparer.Ordinal);
                tables[table.SchemaQualifiedName] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            }
        }

        return tables;
    });
}
