using System.Text.Json;
using System.Text.Json.Nodes;
using Kominkan.People.Contracts;

namespace Kominkan.People.Domain;

/// <summary>
/// Two records made one: what the kept one said before and after, and which rows moved to it. The other record keeps its
/// own details, so that the merge can be undone.
/// </summary>
internal sealed class Merge
{
    private Merge()
    {
    }

    private Merge(Person kept, Person gone, DateTime nowUtc, string by) => (KeptId, GoneId, At, By) = (kept.Id, gone.Id, nowUtc, by);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid KeptId { get; private init; }

    public Guid GoneId { get; private init; }

    public DateTime At { get; private init; }

    public string By { get; private init; } = "";

    /// <summary>Details of the kept record, as JSON; blanked when the person is erased.</summary>
    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    /// <summary>Ids of the rows that moved, separated by commas.</summary>
    public string Moved { get; private set; } = "";

    public DateTime? UndoneAt { get; private set; }

    public string UndoneBy { get; private set; } = "";

    public IReadOnlyList<Guid> MovedIds => [.. Moved.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Makes <paramref name="gone"/> one with <paramref name="kept"/>, which goes on with the details that were chosen.</summary>
    /// <param name="version">Of the kept record, as the clerk saw it.</param>
    /// <exception cref="RuleBroken">One is not in use any more, somebody was faster, or the details break a rule.</exception>
    public static Merge Make(Person kept, Person gone, int version, PersonDetails chosen, IEnumerable<Guid> moved, DateTime nowUtc, string by)
    {
        var merge = new Merge(kept, gone, nowUtc, by) { Before = JsonSerializer.Serialize(kept.Details), Moved = string.Join(',', moved) };
        gone.MergeInto(kept, nowUtc);
        kept.Change(version, chosen, nowUtc);
        merge.After = JsonSerializer.Serialize(kept.Details);
        return merge;
    }

    /// <summary>Why it cannot be undone, or null.</summary>
    public string? WhyNotUndo(Person kept, Person gone) =>
        UndoneAt is not null ? "この統合は、もう取り消されています。"
        : kept.State != PersonState.Active ? "残した記録がさらに統合か消去をされています。先にそちらを取り消してください。"
        : gone.State != PersonState.Merged || gone.MergedIntoId != kept.Id ? "まとめた記録が、もう別の状態になっています。"
        : null;

    /// <summary>Both records are in use again. What was changed on the kept one since the merge stays; the rest is as before it.</summary>
    /// <exception cref="RuleBroken">See <see cref="WhyNotUndo"/>.</exception>
    public void Undo(Person kept, Person gone, DateTime nowUtc, string by)
    {
        if (WhyNotUndo(kept, gone) is { } reason)
        {
            throw new RuleBroken(reason);
        }

        var (before, after, now) = (Parse(Before), Parse(After), Parse(JsonSerializer.Serialize(kept.Details)));
        foreach (var (key, old) in before)
        {
            if (JsonNode.DeepEquals(now[key], after[key]))
            {
                now[key] = old?.DeepClone();
            }
        }

        gone.Separate(nowUtc);
        kept.Change(kept.Version, now.Deserialize<PersonDetails>()!, nowUtc);
        (UndoneAt, UndoneBy) = (nowUtc, by);
    }

    /// <summary>Nothing of the person's is left in it; it cannot be undone any more.</summary>
    public void Forget() => (Before, After, Moved) = ("", "", "");

    private static JsonObject Parse(string json) => json.Length == 0
        ? throw new RuleBroken("消去された方の統合は、取り消せません。")
        : JsonNode.Parse(json)!.AsObject();
}
