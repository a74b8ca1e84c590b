using FsCheck;
using FsCheck.Fluent;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Whatever is done in whatever order to a hall and its two halves: calendar and money are those of <see cref="RoomModel"/> after each step.</summary>
public sealed class RoomModelTests
{
    private static readonly DateOnly[] Days = [Day, Day.AddDays(1), Day.AddDays(3)];
    private static readonly (int From, int To)[] Bands = [(9, 12), (13, 17), (18, 22), (9, 17), (13, 22), (9, 22)];

    [Fact]
    public void After_each_step_calendar_and_money_are_as_in_the_model() => Check(cases: 3, steps: 60);

    [Fact]
    [Trait("Category", "Slow")]
    public void After_each_of_10_000_steps_calendar_and_money_are_as_in_the_model() => Check(cases: 100, steps: 100);

    private static void Check(int cases, int steps)
    {
        var (done, refused) = (0, 0);
        Prop.ForAll(Gen.Choose(0, 999_999).ArrayOf(steps).ToArbitrary(), async choices =>
        {
            await using var app = await City.StartAsync();
            var walk = new Walk(app, [await app.RoomAsync("大ホール"), await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）")]);
            foreach (var choice in choices)
            {
                _ = await walk.StepAsync(choice) ? done++ : refused++;
                await walk.CompareAsync(choice);
            }

            await Rules.HoldAsync(app);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
        Console.WriteLine($"{done} steps done, {refused} refused, by program and model alike");
        Assert.True(done > refused / 2 && refused > done / 20, $"{done} steps done, {refused} refused: that tries too little.");
    }

    /// <summary>One random walk, in the program and in the model.</summary>
    private sealed class Walk(KominkanApp app, IReadOnlyList<Room> rooms)
    {
        private readonly RoomModel model = new();
        private int daysGone;

        private DateTime Now => app.Clock.UtcNow();

        public async Task<bool> StepAsync(int choice)
        {
            var (way, n) = (choice % 12, choice / 12);
            var (room, date) = (rooms[n % 3], Days[n / 3 % 3]);
            var band = Bands[n / 9 % Bands.Length];
            var slot = new RoomSlot(room.Id, date, At(band.From), At(band.To));
            return way switch
            {
                0 or 1 => await ClaimAsync(room, Odd(slot, n)),
                2 => await MoveAsync(Pick(n, RoomUseKind.OwnProgram), n, Odd(slot, n)),
                3 => await ReleaseAsync(Pick(n, RoomUseKind.OwnProgram)),
                4 or 5 or 6 => await HireAsync(room, slot),
                7 => await CancelAsync(Pick(n, RoomUseKind.Hire), byHall: n % 4 == 0),
                8 => await ReduceAsync(Pick(n, RoomUseKind.Hire)),
                9 => await HoldAsync(room, slot),
                10 => await ConfirmAsync(Pick(n, RoomUseKind.Hold)),
                _ => Wait(n),
            };
        }

        public async Task CompareAsync(int choice)
        {
            var (there, cells, owed) = await app.DoAsync(async s =>
            {
                var (db, now) = (s.GetRequiredService<BookingDb>(), Now);
                var live = await db.Occupancies.AsNoTracking().Where(o => o.ReleasedAt == null && (o.ExpiresAt == null || o.ExpiresAt > now)).ToListAsync();
                var ids = live.ConvertAll(o => o.Id);
                var standing = await s.GetRequiredService<ICashier>().StandingAsync([.. model.Things.Where(t => t.Kind == RoomUseKind.Hire).Select(t => t.Id)]);
                return (live.ConvertAll(o => $"{o.Date:MM-dd} {rooms.Single(r => r.Id == o.RoomId).Name} {o.From:HH:mm}-{o.To:HH:mm} {o.Kind}"), await db.Cells.CountAsync(c => ids.Contains(c.OccupancyId)), standing);
            });
            var (expected, hires) = (model.Things.Where(t => t.CountsAt(Now)).ToList(), model.Things.Where(t => t.Kind == RoomUseKind.Hire).ToList());
            Assert.True(model.At(Now).SequenceEqual(there.Order(StringComparer.Ordinal)), $"After {choice}:\n{string.Join('\n', model.At(Now))}\nand not\n{string.Join('\n', there.Order(StringComparer.Ordinal))}");
            Assert.Equal(expected.Sum(t => t.Room.Spaces.Count * (int)(t.Slot.To - t.Slot.From).TotalMinutes / 15), cells);
            Assert.Equal(hires.Select(t => (t.Id, t.Charged)).Order(), hires.Select(t => (t.Id, owed.TryGetValue(t.Id, out var o) ? o.Due : 0)).Order());
        }

        private Task<bool> ClaimAsync(Room room, RoomSlot slot) => TryAsync(model.IsFree(room, slot, Now), async s =>
        {
            var id = await s.GetRequiredService<IRoomCalendar>().ClaimAsync(new RoomUse(slot, RoomUseKind.OwnProgram, "試験の利用", Guid.CreateVersion7()));
            return () => Put(room, slot, RoomUseKind.OwnProgram).Id = id;
        });

        private async Task<bool> MoveAsync(RoomModel.Thing? thing, int n, RoomSlot slot)
        {
            if (thing is null)
            {
                return false;
            }

            var to = rooms[n / 7 % 3];
            var wanted = slot with { RoomId = to.Id };
            return await TryAsync(model.IsFree(to, wanted, Now, thing), async s =>
            {
                await s.GetRequiredService<IRoomCalendar>().MoveAsync(thing.Id, wanted);
                return () =>
                {
                    model.Remove(thing);
                    Put(to, wanted, thing.Kind).Id = thing.Id;
                };
            });
        }

        private async Task<bool> ReleaseAsync(RoomModel.Thing? thing) => thing is not null && await TryAsync(true, async s =>
        {
            await s.GetRequiredService<IRoomCalendar>().ReleaseAsync(thing.Id);
            return () => thing.IsReleased = true;
        });

        private Task<bool> HireAsync(Room room, RoomSlot slot) => TryAsync(model.IsFree(room, slot, Now), async s =>
        {
            var hire = await s.GetRequiredService<TakeHire>().TakeInAsync(room, slot, Order(HireChannel.Counter, Guid.NewGuid()));
            return () => Charge(Put(room, slot, RoomUseKind.Hire), hire.Id);
        });

        private async Task<bool> CancelAsync(RoomModel.Thing? thing, bool byHall) => thing is not null && await TryAsync(true, async s =>
        {
            var hire = await s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.Id == thing.Id);
            await s.GetRequiredService<GiveBack>().CancelAsync(hire, "試験", byHall, byStaff: true);
            return () => (thing.IsReleased, thing.Charged) = (true, byHall ? 0 : RoomModel.Owed(thing, app.Clock.Today()));
        });

        /// <summary>Granted once, and the next time taken back; all of it.</summary>
        private async Task<bool> ReduceAsync(RoomModel.Thing? thing) => thing is not null && await TryAsync(true, async s =>
        {
            var db = s.GetRequiredService<BookingDb>();
            var hire = await db.Hires.Include(h => h.Fees).SingleAsync(h => h.Id == thing.Id);
            if (hire.Yen > 0)
            {
                hire.Reduce(await db.Reductions.SingleAsync(r => r.Percent == 100), "手帳", "試験", Now);
            }
            else
            {
                hire.TakeBackReduction(hire.Fees.Last(f => f.IsReduction).Line, "試験", Now);
            }

            await db.SaveChangesAsync();
            await s.GetRequiredService<ChargeHirers>().SayAsync([hire]);
            return () => thing.Yen = thing.Charged = thing.Yen > 0 ? 0 : RoomModel.Price(thing.Room, thing.Slot);
        });

        private Task<bool> HoldAsync(Room room, RoomSlot slot) => TryAsync(model.IsFree(room, slot, Now), async s =>
        {
            var draft = await s.GetRequiredService<TakeHire>().HoldAsync(room, slot, UserClass.Group, null, "192.0.2.1");
            return () => Put(room, slot, RoomUseKind.Hold, draft.ExpiresAt).Id = draft.Id;
        });

        /// <summary>In time, or too late: then it is still theirs where nobody has it.</summary>
        private async Task<bool> ConfirmAsync(RoomModel.Thing? thing) => thing is not null && await TryAsync(model.IsFree(thing.Room, thing.Slot, Now, thing), async s =>
        {
            var draft = await s.GetRequiredService<BookingDb>().Drafts.SingleAsync(d => d.Id == thing.Id);
            var hire = await s.GetRequiredService<TakeHire>().ConfirmAsync(draft, thing.Room, Order(HireChannel.Web, draft.Id));
            return () =>
            {
                model.Remove(thing);
                Charge(Put(thing.Room, thing.Slot, RoomUseKind.Hire), hire.Id);
            };
        });

        private bool Wait(int n)
        {
            if (n % 3 == 0 && daysGone < 8)
            {
                daysGone++;
                app.Clock.Advance(TimeSpan.FromDays(1));
            }
            else
            {
                app.Clock.Advance(TimeSpan.FromMinutes(4));
            }

            return true;
        }

        private RoomModel.Thing Put(Room room, RoomSlot slot, RoomUseKind kind, DateTime? expiresAt = null)
        {
            model.Forget(room, slot, Now);
            return model.Add(room, slot, kind, expiresAt);
        }

        private static void Charge(RoomModel.Thing thing, Guid hire) => (thing.Id, thing.Yen, thing.Charged) = (hire, RoomModel.Price(thing.Room, thing.Slot), RoomModel.Price(thing.Room, thing.Slot));

        /// <summary>Does it in the program, which must refuse just when the model says so.</summary>
        private async Task<bool> TryAsync(bool expected, Func<IServiceProvider, Task<Action>> act)
        {
            try
            {
                var then = await app.DoAsync(act);
                Assert.True(expected, "The program did what the model refuses.");
                then();
                return true;
            }
            catch (RuleBroken e)
            {
                Assert.False(expected, "The program refuses what the model does: " + e.Message);
                return false;
            }
        }

        private RoomModel.Thing? Pick(int n, RoomUseKind kind)
        {
            var some = model.Things.Where(t => t.Kind == kind && !t.IsReleased).ToList();
            return some.Count == 0 ? null : some[n % some.Count];
        }

        /// <summary>On some quarter of an hour instead of a band.</summary>
        private static RoomSlot Odd(RoomSlot slot, int n) => slot with { From = At(9).AddMinutes(15 * (n / 5 % 40)), To = At(9).AddMinutes(15 * ((n / 5 % 40) + 1 + (n / 11 % 8))) };

        private static Order Order(HireChannel channel, Guid key) => new(channel, UserClass.Group, [], new Hirer { GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" }, "書道", 5, key) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives };
    }
}
