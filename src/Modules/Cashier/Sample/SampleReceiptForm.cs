using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Sample;

/// <summary>The sample city's receipt, made up and saying so.</summary>
internal sealed class SampleReceiptForm(CashierDb db) : ISampleLife
{
    /// <summary>Part of the city itself.</summary>
    public int Order => 16;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        if (!await db.Forms.AnyAsync(cancellation))
        {
            db.Forms.Add(ReceiptForm.Set("領収証書", "様式第5号（見本）", "熊本市会計管理者", new(2012, 4, 1), true));
            await db.SaveChangesAsync(cancellation);
        }
    }
}
