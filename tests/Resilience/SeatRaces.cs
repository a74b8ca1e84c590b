using System.Net;
using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>Seats at the moment everybody presses at once. Each test has a twin in which the guard is off and the same demand fails.</summary>
public class SeatRaces
{
    private const int Clients = 200;
    private const int Seats = 20;

    [Fact]
    public async Task Of_200_in_the_same_second_exactly_as_many_as_there_are_seats_get_one()
    {
        var (seated, waiting, answers) = await RushAsync(null);

        Assert.Equal(Seats, seated);
        Assert.Equal(Clients - Seats, waiting);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(Seats, answers.Count(a => a.Text.Contains("参加が決まりました", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Twin_without_lock_and_transaction_more_get_a_seat_than_there_are()
    {
        var (seated, _, _) = await RushAsync(GuardOff);

        Assert.True(seated > Seats, $"With the guard off {seated} of {Seats} seats were given: the race test would not notice a missing guard.");
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_one_application_and_ten_times_the_same_receipt()
    {
        var (applications, receipts) = await PressTenTimesAsync(null);

        Assert.Equal(1, applications);
        Assert.Single(receipts.Distinct());
        Assert.Matches(@"^\d{4}-\d{4}$", receipts[0]);
    }

    [Fact]
    public async Task Twin_without_lock_transaction_and_index_one_pressed_form_makes_several_applications()
    {
        var failed = false;
        for (var round = 0; round < 5 && !failed; round++)
        {
            var (applications, receipts) = await PressTenTimesAsync(GuardOff);
            failed = applications != 1 || receipts.Distinct().Count() != 1;
        }

        Assert.True(failed, "With the guard off nothing went wrong: the test above would not notice a missing guard.");
    }

    [Fact]
    public async Task When_five_cancel_at_once_the_first_five_who_wait_are_offered_the_seats()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 5 });
        var browsers = new List<(Browser Browser, string Receipt)>();
        for (var n = 1; n <= 15; n++)
        {
            var browser = app.NewBrowser();
            browsers.Add((browser, (await browser.ApplyAsync(course, n)).ReceiptNumber()));
        }

        var ready = new List<(Browser Browser, Page Page)>();
        foreach (var (browser, receipt, n) in browsers.Take(5).Select((b, i) => (b.Browser, b.Receipt, i + 1)))
        {
            await browser.SubmitAsync(await browser.OpenAsync("/applications"), new { Number = receipt, Phone = $"090-0000-{n:0000}" });
            ready.Add((browser, await browser.OpenAsync("/applications/cancel")));
        }

        await AtOnceAsync(ready, r => r.Browser.SubmitAsync(r.Page));

        var offered = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Where(a => a.OfferUntil != null).OrderBy(a => a.Rank).Select(a => a.ReceiptNumber).ToListAsync());
        Assert.Equal(browsers.Skip(5).Take(5).Select(b => b.Receipt), offered);
        await NothingIsBrokenAsync(app);
        browsers.ForEach(b => b.Browser.Dispose());
    }

    private static async Task<(int Seated, int Waiting, IReadOnlyList<Page> Answers)> RushAsync(Action<IServiceCollection>? guard)
    {
        await using var app = await KominkanApp.StartAsync(replace: guard);
        var course = await app.CourseAsync(new() { Capacity = Seats });
        var ready = new List<(Browser Browser, Page Page)>();
        for (var n = 1; n <= Clients; n++)
        {
            var browser = app.NewBrowser();
            ready.Add((browser, await browser.FillInAsync(course, n)));
        }

        var answers = await AtOnceAsync(ready, r => r.Browser.SendAsync(r.Page));
        var states = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        if (guard is null)
        {
            await NothingIsBrokenAsync(app);
        }

        ready.ForEach(r => r.Browser.Dispose());
        return (states.GetValueOrDefault(EnrolmentState.Enrolled), states.GetValueOrDefault(EnrolmentState.Waiting), answers);
    }

    private static async Task<(int Applications, IReadOnlyList<string> Receipts)> PressTenTimesAsync(Action<IServiceCollection>? guard)
    {
        await using var app = await KominkanApp.StartAsync(replace: guard);
        if (guard is not null)
        {
            await DropKeyIndexAsync(app);
        }

        var course = await app.CourseAsync();
        var confirm = await app.Visitor.FillInAsync(course);
        var answers = await AtOnceAsync(Enumerable.Range(0, 10).ToList(), _ => app.Visitor.SendAsync(confirm));
        return (await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.CountAsync()), [.. answers.Select(a => a.ReceiptNumber())]);
    }

    /// <summary>The last guard: with the index, even unlocked presses end at one application.</summary>
    private static Task DropKeyIndexAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<CoursesDb>();
        var index = db.Model.FindEntityType(typeof(Application))!.GetIndexes().Single(i => i.Properties is [{ Name: nameof(Application.Key) }]);
        var name = index.DeclaringEntityType.GetSchema() is { } schema ? $"{schema}.\"{index.GetDatabaseName()}\"" : $"\"{index.GetDatabaseName()}\"";
        var drop = "DROP INDEX " + name;
        await db.Database.ExecuteSqlRawAsync(drop);
    });

    /// <summary>Everybody waits at one gate and goes through it together.</summary>
    private static async Task<IReadOnlyList<Page>> AtOnceAsync<T>(IReadOnlyList<T> clients, Func<T, Task<Page>> act)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = clients.Select(async c =>
        {
            await gate.Task;
            return await act(c);
        }).ToList();
        gate.SetResult();
        return await Task.WhenAll(running);
    }

    private static async Task NothingIsBrokenAsync(KominkanApp app) => await app.DoAsync(async services =>
    {
        foreach (var invariants in services.GetServices<IInvariants>())
        {
            await foreach (var invariant in invariants.CheckAsync())
            {
                Assert.True(invariant.Violations == 0, $"{invariant.Name}: {invariant.Violations} ({invariant.Example})");
            }
        }
    });

    private static void GuardOff(IServiceCollection services)
    {
        services.AddScoped<AppDatabase, NoTransaction>();
        services.AddScoped<CourseLock, NoLock>();
        services.AddSingleton<IInterceptor>(new Meeting());
    }

    private sealed class NoLock(CoursesDb db, ApplyQueries queries) : CourseLock(db, queries)
    {
        protected override Task LockAsync(Guid courseId, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>The first application waits, checked and not saved, until a second has got as far: on a quiet machine they would rarely meet.</summary>
    private sealed class Meeting : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Application>().Any(e => e.State == EntityState.Added))
            {
                if (Interlocked.Increment(ref arrived) > 1)
                {
                    met.TrySetResult();
                }
                else
                {
                    await Task.WhenAny(met.Task, Task.Delay(Patience, cancellationToken));
                }
            }

            return result;
        }
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();
    }
}
