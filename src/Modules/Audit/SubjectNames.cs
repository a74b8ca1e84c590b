namespace Kominkan.Audit;

/// <summary>Puts the modules' names to ids of every kind.</summary>
internal sealed class SubjectNames(IEnumerable<ISubjectNames> modules)
{
    private static readonly SubjectName Gone = new("（消去済み）", null);

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> OfAsync(IEnumerable<(string Kind, Guid Id)> subjects, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var kind in subjects.GroupBy(s => s.Kind))
        {
            var ids = kind.Select(s => s.Id).Distinct().ToList();
            var known = modules.FirstOrDefault(m => m.Kind == kind.Key) is { } module ? await module.NamesAsync(ids, cancellation) : new Dictionary<Guid, SubjectName>();
            ids.ForEach(id => names[id] = known.GetValueOrDefault(id, Gone));
        }

        return names;
    }

    public string LabelOf(string kind) => modules.FirstOrDefault(m => m.Kind == kind)?.Label ?? kind;

    /// <summary>Whoever is meant, of every kind.</summary>
    public async Task<IReadOnlyList<Subject>> FindAsync(string text, CancellationToken cancellation)
    {
        var found = new List<Subject>();
        foreach (var module in modules)
        {
            found.AddRange((await module.FindAsync(text, cancellation)).Select(id => new Subject(module.Kind, id)));
        }

        return found;
    }
}
