using System.Globalization;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kominkan.Booking;

/// <summary>The public file of a day's changes, from which anybody checks the chain.</summary>
internal static class LedgerFiles
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/rooms/ledger/{day:regex(^\\d{{4}}-\\d{{2}}-\\d{{2}}$)}.{format:regex(^(json|csv)$)}", DayAsync)
        .AllowAnonymous().WithMetadata(new PublicPageAttribute(BookingModule.LedgerTag));

    private static async Task<IResult> DayAsync(string day, string format, ReadLedger ledger, TimeProvider clock, CancellationToken cancellation)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date == DateOnly.MinValue || date > clock.Today())
        {
            return Results.NotFound();
        }

        var published = await ledger.OfDayAsync(date, cancellation);
        if (format == "json")
        {
            return Results.Text(published.ToJson(), "application/json");
        }

        var table = new Table("変更の記録", ["番号", "綴じた時刻", "変更", "館番号", "室番号", "利用日", "開始", "終了", "使いみち", "ハッシュ"],
            published.Entries.Select(e => (IReadOnlyList<object?>)[e.No, e.At, Wording.OfAct(e.Act).Word, e.Hall, e.Room, e.Date, e.From, e.To, Wording.OfUse(e.Use), e.Hash]));
        return Results.Stream(stream => TableWriter.WriteAsync(stream, TableFormat.Csv, table, cancellation), TableWriter.ContentType(TableFormat.Csv), $"slot-ledger-{day}.csv");
    }
}
