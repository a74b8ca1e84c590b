using System.Security.Claims;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Says who is meant by a name, a number or a telephone typed into a form; asks when there are several.</summary>
internal sealed class PickPerson(PeopleDb db, FindPeople find, Veils veils, IAudit audit)
{
    private const int MostShown = 20;

    /// <summary>Who fits what was typed, when it was not one alone.</summary>
    public IReadOnlyList<FoundPerson> Candidates { get; private set; } = [];

    /// <summary>The refused form shows who fits: that is written down when it is loaded again, outside the transaction that was rolled back.</summary>
    public async Task SawAsync(ClaimsPrincipal user)
    {
        if (Candidates.Count > 1)
        {
            var veil = await veils.OfAsync(user);
            Candidates = [.. Candidates.Select(c => c with { Details = veil.Over(c.Details) })];
            await audit.SawAsync(Act.Search, "人を選ぶ", Candidates.Select(c => c.Id));
        }
    }

    /// <exception cref="RuleBroken">Nobody fits, or several do and none was chosen.</exception>
    public async Task<Person> PickAsync(string? text, Guid? chosen, CancellationToken cancellation = default)
    {
        if (chosen is { } id && await db.PersonAsync(id, cancellation) is { State: PersonState.Active } person)
        {
            return person;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleBroken("氏名・フリガナ・電話番号・番号のどれかを入力してください。", "Who.Text");
        }

        var found = await find.FindAsync(text, 1, cancellation);
        Candidates = [.. found.Rows.Where(r => r.State == PersonState.Active).Take(MostShown)];
        return Candidates.Count switch
        {
            0 => throw new RuleBroken("見つかりません。先に「人をさがす」から登録してください。", "Who.Text"),
            1 => (await db.PersonAsync(Candidates[0].Id, cancellation))!,
            _ => throw new RuleBroken(found.Count > MostShown ? "多くの方が見つかりました。選ぶか、言葉を足してください。" : $"{Candidates.Count}人見つかりました。下から選んでください。", "Who.PersonId"),
        };
    }
}
