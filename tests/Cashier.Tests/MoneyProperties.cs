using FsCheck.Xunit;
using Kominkan.Cashier.Contracts;
using Kominkan.Cashier.Domain;

namespace Kominkan.Cashier.Tests;

/// <summary>Whatever is pressed in whatever order: bill, drawers and sheet say the same, and a reversal is exact.</summary>
public sealed class MoneyProperties
{
    private static readonly Guid Hall = Guid.CreateVersion7();
    private static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    [Property(MaxTest = 2_000)]
    public void After_any_steps_every_yen_is_in_one_place(int[] steps)
    {
        var bill = Bill.Of(Of(1_000));
        List<Drawer> drawers = [Drawer.Open(Hall, Guid.NewGuid(), "試験", 5_000, Now), Drawer.Open(Hall, Guid.NewGuid(), "試験", 0, Now)];
        var receipts = new List<Receipt>();
        foreach (var step in steps)
        {
            var way = Math.Abs(step % 3);
            var writing = new Writing(way < 2 ? Method.Cash : Method.Transfer, way < 2 ? drawers[way] : null, null, "試験", Now);
            try
            {
                switch (Math.Abs(step % 4))
                {
                    case 0:
                        receipts.Add(bill.Take(Math.Abs(step / 10 % 1_500), writing));
                        break;
                    case 1:
                        receipts.Add(bill.GiveBack(writing));
                        break;
                    case 2:
                        bill.Say(Of(Math.Abs(step / 10 % 2_000)));
                        break;
                    default:
                        var wrong = receipts.Find(r => r.Kind != ReceiptKind.Reversal && receipts.TrueForAll(o => o.ReversesId != r.Id));
                        if (wrong is not null)
                        {
                            var before = (bill.Paid, Cash: drawers.Sum(d => d.Expected));
                            var same = writing with { Method = wrong.Method, Drawer = wrong.Method == Method.Cash ? drawers[way % 2] : null };
                            receipts.Add(bill.Reverse(wrong, same));
                            Assert.Equal((before.Paid - wrong.Yen, before.Cash - (wrong.Method == Method.Cash ? wrong.Yen : 0)), (bill.Paid, drawers.Sum(d => d.Expected)));
                        }

                        break;
                }
            }
            catch (RuleBroken)
            {
                // What is refused changes nothing: the sums below say so.
            }

            Assert.Equal(receipts.Sum(r => r.Yen), bill.Paid);
            Assert.All(drawers, d => Assert.True(d.Expected >= 0));
            Assert.True(new DailySheet(drawers, receipts).AddsUp);
        }
    }

    [Property]
    public void A_payment_and_its_reversal_leave_everything_as_it_was(int yen)
    {
        var (bill, drawer, amount) = (Bill.Of(Of(1_000_000)), Drawer.Open(Hall, Guid.NewGuid(), "試験", 0, Now), 1 + Math.Abs(yen % 1_000_000));
        var writing = new Writing(Method.Cash, drawer, null, "試験", Now);

        bill.Reverse(bill.Take(amount, writing), writing);

        Assert.Equal((1_000_000, 0, 0), (bill.Balance, bill.Paid, drawer.Expected));
    }

    private static Charge Of(int yen) => new(Guid.Empty, "部屋の使用料", Hall, "1234-5678", "12月5日（土）研修室1の使用料", "みどり書道会", new(2026, 12, 5), yen, "/staff/hires/1");
}
