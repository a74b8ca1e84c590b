using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Every rule about hiring rooms there is or was; prices, being many, have a page of their own.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class BookingRulesModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(string Title, string Address, string Label, IReadOnlyList<RuleRow> Rows)> Groups { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var halls = await directory.GetAsync(cancellation);
        IReadOnlyList<RuleRow> Rows(IEnumerable<DatedRule> rules) => [.. rules.Select(r => RuleRow.Of(r, halls)).OrderBy(r => r.What, StringComparer.Ordinal).ThenByDescending(r => r.Rule.ValidFrom)];
        var bands = await db.Bands.AsNoTracking().ToListAsync(cancellation);
        var lotteries = new List<RuleRow>();
        foreach (var rule in await db.LotteryRules.AsNoTracking().OrderByDescending(r => r.ValidFrom).ToListAsync(cancellation))
        {
            lotteries.Add(RuleRow.Of(rule, halls, rule.RoomId is { } room ? (await rooms.FindAsync(room, cancellation))?.Name : null));
        }

        Groups =
        [
            ("区分", "bands", "区分を定める", [.. bands.OrderBy(b => b.HallId is not null).ThenBy(b => b.From).ThenByDescending(b => b.ValidFrom).Select(b => RuleRow.Of(b, halls))]),
            ("受付の始まり", "windows", "受付の始まりを定める", Rows(await db.Windows.AsNoTracking().ToListAsync(cancellation))),
            ("ひと月の上限", "caps", "上限を定める", Rows(await db.Caps.AsNoTracking().ToListAsync(cancellation))),
            ("抽選", "lotteries", "抽選を定める", lotteries),
            ("取り消したときの額", "cancel-terms", "取り消したときの額を定める", [.. (await db.CancelTerms.AsNoTracking().ToListAsync(cancellation)).OrderByDescending(t => t.DaysBefore).ThenByDescending(t => t.ValidFrom).Select(t => RuleRow.Of(t, halls))]),
            ("利用の点数", "point-rules", "点数を定める", Rows(await db.PointRules.AsNoTracking().ToListAsync(cancellation))),
            ("点数による予約の停止", "point-limits", "停止を定める", Rows(await db.PointLimits.AsNoTracking().ToListAsync(cancellation))),
            ("加算", "surcharges", "加算を定める", Rows(await db.Surcharges.AsNoTracking().ToListAsync(cancellation))),
            ("減免", "reductions", "減免を定める", Rows(await db.Reductions.AsNoTracking().ToListAsync(cancellation))),
            ("備品", "equipment", "備品を定める", Rows(await db.Equipment.AsNoTracking().ToListAsync(cancellation))),
            ("使用料の端数", "roundings", "端数を定める", Rows(await db.Roundings.AsNoTracking().ToListAsync(cancellation))),
            ("利用許可書の様式", "permit-forms", "様式を定める", Rows(await db.PermitForms.AsNoTracking().ToListAsync(cancellation))),
            ("市内とのつながり", "ties", "つながりを定める", [.. (await db.Ties.AsNoTracking().ToListAsync(cancellation)).OrderBy(t => t.Code).ThenByDescending(t => t.ValidFrom).Select(t => RuleRow.Of(t, halls))]),
            ("目的の種類", "purposes", "目的の種類を定める", Rows(await db.Purposes.AsNoTracking().ToListAsync(cancellation))),
            ("不許可の理由", "refusal-reasons", "理由を定める", Rows(await db.RefusalReasons.AsNoTracking().ToListAsync(cancellation))),
            ("不許可の通知の様式", "refusal-forms", "様式を定める", Rows(await db.RefusalForms.AsNoTracking().ToListAsync(cancellation))),
        ];
    }
}
