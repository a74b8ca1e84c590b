using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Import;
using Kominkan.Booking.Sample;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking;

/// <summary>Rooms: one calendar of everything that happens in them, hires from the free slot to the permit, and the rules they follow.</summary>
public sealed class BookingModule : IModule, IEndpoints
{
    internal const string Hires = "booking.hires";
    internal const string Blocks = "booking.blocks";
    internal const string RulesPermission = "booking.rules";

    /// <summary>Tag of the public pages that show when rooms are free.</summary>
    internal const string RoomsTag = "rooms";

    public string Name => "Booking";

    public IEnumerable<Permission> Permissions =>
    [
        new(Hires, "部屋の予約を見て、受け付け、許可する", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Blocks, "部屋を館の事業や点検のために取り、承認する", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Scheduler),
        new(RulesPermission, "部屋の区分、料金、受付の規則を変える", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("部屋", "/rooms", null, 20),
        new("部屋", "/staff/rooms", Hires, 22),
        new("部屋の申請", "/staff/room-blocks", Blocks, 24),
        new("貸館の規則", "/staff/booking-rules", RulesPermission, 65, "貸す時間の区分、使用料、受付の期間、取消の決まりを、いつからかを決めて変えます。"),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("booking.forget-holds", "時間の過ぎた部屋の取り置きと、送られなかった入力を消す", "*/10 * * * *", typeof(ForgetHolds)),
    ];

    public void MapEndpoints(IEndpointRouteBuilder app) => Availability.Map(app);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<BookingDb, BookingPostgresDb>("booking");
        services.AddSingleton<DayQueries>();
        services.AddSingleton<RuleBook>();
        services.AddScoped<SpaceLock>();
        services.AddScoped<RoomCalendar>();
        services.AddScoped<IRoomCalendar>(s => s.GetRequiredService<RoomCalendar>());
        services.AddScoped<RoomDays>();
        services.AddScoped<BookingTimes>();
        services.AddScoped<Quotes>();
        services.AddScoped<StockLock>();
        services.AddScoped<Stock>();
        services.AddScoped<ChargeHirers>();
        services.AddScoped<IChargeLines>(s => s.GetRequiredService<ChargeHirers>());
        services.AddScoped<IAfterMigration, ChargeEarlierHires>();
        services.AddScoped<Alternatives>();
        services.AddScoped<TakeHire>();
        services.AddSingleton(TakeHire.HoldMinutes);
        services.AddSingleton(ForgetHolds.Hours);
        services.AddSingleton(RoomBlock.Days);
        services.AddScoped<GiveBack>();
        services.AddScoped<KeepRule>();
        services.AddScoped<TellHirers>();
        services.AddScoped<IMessageKinds, HireMessages>();
        services.AddScoped<IFigures, BookingFigures>();
        services.AddScoped<IImportDataset, HiresDataset>();
        services.AddScoped<IInvariants, BookingInvariants>();
        services.AddScoped<IToday, BookingToday>();
        services.AddScoped<MyHires>();
        services.AddScoped<IMyThings>(s => s.GetRequiredService<MyHires>());
        services.AddScoped<ISubjectNames, HireNames>();
        services.AddScoped<HirePersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<HirePersonalData>());
        services.AddScoped<IRetention, OldHires>();
        services.AddScoped<IPersonPanel, HiresPanel>();
        services.AddScoped<ISampleLife, SampleBookingRules>();
        services.AddScoped<ISampleLife, SampleHires>();
    }
}
