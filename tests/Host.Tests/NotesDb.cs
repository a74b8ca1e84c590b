using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Host.Tests;

internal sealed class Note
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; init; }
}

internal class NotesDb : DbContext
{
    public NotesDb(DbContextOptions<NotesDb> options)
        : base(options)
    {
    }

    protected NotesDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().HasIndex(n => n.Text).IsUnique();
        modelBuilder.LayOut("notes", this);
    }
}

internal sealed class NotesPostgresDb(DbContextOptions<NotesPostgresDb> options) : NotesDb(options);

/// <summary>The program with this project's pages in it, and their table.</summary>
internal static class Notes
{
    public static async Task<KominkanApp> StartAsync(Action<IServiceCollection>? replace = null)
    {
        var app = await KominkanApp.StartAsync(builder =>
        {
            var parts = builder.Services.AddMvcCore().PartManager.ApplicationParts;
            foreach (var part in new CompiledRazorAssemblyApplicationPartFactory().GetApplicationParts(typeof(Notes).Assembly).Append(new AssemblyPart(typeof(Notes).Assembly)))
            {
                parts.Add(part);
            }

            builder.Services.AddModuleDatabase<NotesDb, NotesPostgresDb>("notes");
        }, replace);
        await app.DoAsync(s => s.GetRequiredService<NotesDb>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync());
        return app;
    }

    public static Task<List<string>> NotesAsync(this KominkanApp app) =>
        app.DoAsync(s => s.GetRequiredService<NotesDb>().Notes.Select(n => n.Text).ToListAsync());
}
