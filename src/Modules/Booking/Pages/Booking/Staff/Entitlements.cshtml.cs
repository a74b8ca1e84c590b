using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Groups that are registered for a reduction: what waits for approval first, then what ends soonest.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class EntitlementsModel(BookingDb db, IAudit audit, ICityRules rules, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<Choice> States = [new("", "承認待ちと承認"), new("asked", "承認待ち"), new("expiring", "まもなく切れる"), new("over", "終わったもの")];

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<Entitlement> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var soon = Today.AddDays(await rules.OnAsync(Entitlement.RemindDays, Today, cancellation));
        var all = db.Entitlements.AsNoTracking();
        var found = State switch
        {
            "asked" => all.Where(e => e.State == EntitlementState.Asked),
            "expiring" => all.Where(e => e.State == EntitlementState.Approved && e.To >= Today && e.To <= soon),
            "over" => all.Where(e => e.State == EntitlementState.Ended || (e.State == EntitlementState.Approved && e.To < Today)),
            _ => all.Where(e => e.State == EntitlementState.Asked || (e.State == EntitlementState.Approved && e.To >= Today)),
        };
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await found.OrderBy(e => e.State).ThenBy(e => e.To).ThenBy(e => e.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation);
        await audit.SawAsync(Act.View, "減免の登録の一覧", null, Rows.Select(e => e.Id));
    }
}
