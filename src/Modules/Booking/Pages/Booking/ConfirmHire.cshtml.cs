using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>予約 3/4: check, then book. Pressed twice or sent again, it leads to the same receipt.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmHireModel(BookingDb db, TakeHire take, RuleBook book, RoomCalendar calendar, Quotes quotes, Entitlements entitlements, IRooms rooms, IHallDirectory directory, Alternatives alternatives, IFamilyRecords families, TimeProvider clock)
    : DraftPage(db, calendar, quotes, rooms, directory, alternatives, clock)
{
    /// <summary>What stood on the page that was sent: another tab may have kept another room since.</summary>
    [BindProperty] public string? Shown { get; set; }

    public WebHireInput Typed { get; private set; } = new();

    public IReadOnlyList<CancelTerm> Terms { get; private set; } = [];

    /// <summary>What it will cost, with what the group is registered for taken off.</summary>
    public IReadOnlyList<FeeLine> Lines { get; private set; } = [];

    public PointRules Points { get; private set; } = null!;

    /// <summary>What they say ties them to the city; null where nobody asked.</summary>
    public TieRule? Tie { get; private set; }

    /// <summary>The rules changed since it was typed, and what was chosen cannot be chosen any more: a sentence, or null.</summary>
    public string? WhyNot { get; private set; }

    public DateOnly BookedOn => Today;

    /// <summary>What they typed, and what it costs and asks of them.</summary>
    public string Mark => $"{Draft.Mark()}-{Draft.Mark(string.Join('\n', Lines.Select(l => $"{l.Label}={l.Yen}")) + Tie?.EvidenceMonths)}";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (WhyNot is { } why)
        {
            throw new RuleBroken(why);
        }

        if (Shown is { } shown && shown != Mark)
        {
            throw new RuleBroken(shown.StartsWith(Draft.Mark(), StringComparison.Ordinal) ? "使用料か、つながりの決まりが変わりました。下の中身を確かめて、もう一度押してください。" : "ほかの画面で予約の中身が変わりました。下の中身を確かめて、もう一度押してください。");
        }

        var account = User.ResidentId();
        var hire = await take.ConfirmAsync(Draft, Room, Typed.ToOrder(Draft, Quote) with { AccountId = account });
        var kana = JapaneseText.SearchKey(Typed.FamilyKana + Typed.GivenKana);
        // Whoever is on record in the account's family is known for certain: nobody at the counter need link them.
        foreach (var member in account is { } a ? (await families.OfAsync(a)).Where(f => JapaneseText.SearchKey(f.Details.FamilyKana + f.Details.GivenKana) == kana) : [])
        {
            hire.LinkTo(member.PersonId);
        }

        Draft.Sent(hire.Id);
        await Db.SaveChangesAsync();
        return Redirect("/hires/new/done");
    }

    /// <summary>By the rules of now, and not of when it was typed: so it will be booked.</summary>
    protected override async ValueTask<Wishes> WantedAsync(HireDraft draft)
    {
        var (typed, rules) = (WebHireInput.From(draft.Json), await book.GetAsync());
        Tie = rules.TiesOn(Today).FirstOrDefault(t => t.Code == typed.Tie);
        return rules.Tied(typed.ToWishes(), Tie, Today);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (Draft.Json.Length == 0)
        {
            return Redirect("/hires/new");
        }

        Typed = WebHireInput.From(Draft.Json);
        Lines = await entitlements.PreviewAsync(Quote.Lines ?? [], Draft.UserClass, Typed.ToHirer(), Room.HallId, Draft.Date);
        var rules = await book.GetAsync();
        (Terms, Points, WhyNot) = (rules.TermsOn(Today), await book.PointsAsync(), rules.WhyNotSettle(Typed.ToOrder(Draft, Quote), Today));
        return null;
    }
}
