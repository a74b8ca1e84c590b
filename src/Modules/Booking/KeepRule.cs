using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Saves a rule in its place among those of the same subject, and has nobody go on by the old ones.</summary>
internal sealed class KeepRule(BookingDb db, AppDatabase database, RuleBook book, IPublicPages pages, TimeProvider clock)
{
    /// <param name="others">Those it may follow or precede; rules of another subject among them do no harm.</param>
    /// <exception cref="RuleBroken">It begins before today, or one of the same subject begins on the same day.</exception>
    public async Task AddAsync<T>(T rule, IQueryable<T> others, CancellationToken cancellation = default)
        where T : DatedRule
    {
        if (rule.ValidFrom < clock.Today() || rule.ValidFrom > clock.Today().AddYears(10))
        {
            throw new RuleBroken("いつからかは、今日から10年の間の日にしてください。", "Input.From");
        }

        rule.TakeOver(await others.ToListAsync(cancellation));
        db.Add(rule);
        await SaveAsync(cancellation);
    }

    /// <summary>A rule ends without a next one.</summary>
    /// <exception cref="RuleBroken">It is not a day it may end on, or a tie to the city still goes by it.</exception>
    public async Task EndAsync(DatedRule rule, DateOnly lastDay, CancellationToken cancellation = default)
    {
        if (rule is Surcharge { HallId: null } added && await db.Ties.AsNoTracking().Where(t => t.Surcharge == added.Name && (t.ValidTo == null || t.ValidTo > lastDay)).OrderBy(t => t.Code).FirstOrDefaultAsync(cancellation) is { } tie)
        {
            throw new RuleBroken($"つながり「{tie.Name}」が、この加算を使っています。先に、つながりの規則を終えてください。");
        }

        rule.End(lastDay);
        await SaveAsync(cancellation);
    }

    public async Task SaveAsync(CancellationToken cancellation = default)
    {
        await db.SaveChangesAsync(cancellation);
        database.AfterCommit(async () =>
        {
            book.Forget();
            await pages.EvictAsync(BookingModule.RoomsTag);
        });
    }

    /// <summary>The rule of the id among those of a kind as it stands in addresses; null when there is none.</summary>
    public async Task<DatedRule?> FindAsync(string kind, Guid id, CancellationToken cancellation = default) => kind switch
    {
        "bands" => await db.Bands.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "windows" => await db.Windows.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "prices" => await db.Prices.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "cancel-terms" => await db.CancelTerms.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "caps" => await db.Caps.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "point-rules" => await db.PointRules.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "point-limits" => await db.PointLimits.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "lotteries" => await db.LotteryRules.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "surcharges" => await db.Surcharges.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "reductions" => await db.Reductions.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "equipment" => await db.Equipment.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "roundings" => await db.Roundings.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "permit-forms" => await db.PermitForms.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "ties" => await db.Ties.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "purposes" => await db.Purposes.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "refusal-reasons" => await db.RefusalReasons.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        "refusal-forms" => await db.RefusalForms.SingleOrDefaultAsync(r => r.Id == id, cancellation),
        _ => null,
    };
}
