namespace Kominkan.Privacy;

/// <summary>Asks every module what it holds about a person.</summary>
internal sealed class EverythingAbout(IEnumerable<IPersonalData> modules, IEnumerable<IPersonTraits> traits)
{
    /// <summary>Null when there is no such person, or nothing is left of them.</summary>
    public async Task<PersonTraits?> WhoAsync(Guid person, CancellationToken cancellation) =>
        traits.FirstOrDefault() is { } people ? await people.FindAsync(person, cancellation) : null;

    /// <summary>Asked twice: what one module holds (an application, an account's address) is how another (a message about it, or to it) knows whose it is.</summary>
    public async Task<IReadOnlyList<Part>> FindAsync(PersonTraits person, CancellationToken cancellation)
    {
        var known = (await AskAsync(person, cancellation)).SelectMany(p => p.Records).ToList();
        person = person with { Subjects = [.. known.SelectMany(r => new[] { r.Id, r.Subject ?? r.Id }).Where(id => id != Guid.Empty).Distinct()] };
        return await AskAsync(await traits.First().WithMailsAsync(person, known.Select(r => r.Mail).OfType<string>(), cancellation), cancellation);
    }

    private async Task<IReadOnlyList<Part>> AskAsync(PersonTraits person, CancellationToken cancellation)
    {
        var parts = new List<Part>();
        foreach (var module in modules)
        {
            parts.Add(new Part(module, await module.FindAsync(person, cancellation)));
        }

        return parts;
    }

    internal sealed record Part(IPersonalData Module, IReadOnlyList<PersonalRecord> Records);
}
