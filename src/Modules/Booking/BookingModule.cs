using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Import;
using Kominkan.Booking.Sample;
using Kominkan.Cashier.Contracts;
using Kominkan.Notifications.Contracts;
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
    internal const string Watch = "booking.watch";
    internal const string Refuse = "booking.refuse";
    internal const string PointsPermission = "booking.points";
    internal const string EntitlementsPermission = "booking.entitlements";
    internal const string Displacements = "booking.displace";
    internal const string SettleDisplacementsJob = "booking.settle-displacements";

    /// <summary>Tag of the public pages that show when rooms are free.</summary>
    internal const string RoomsTag = "rooms";

    /// <summary>Tag of the public record of changes.</summary>
    internal const string LedgerTag = "slot-ledger";

    public string Name => "Booking";

    public IEnumerable<Permission> Permissions =>
    [
        new(Hires, "部屋の予約を見て、受け付け、許可する", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Refuse, "部屋の利用を許可しないと決める", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(Blocks, "部屋を館の事業や点検のために取り、承認する", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Scheduler),
        new(Displacements, "館を選挙や避難所のために空け、予約の方に移ってもらい、個人演説会の申し出に回答する", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(Watch, "使われなかった部屋と、直前の取消の続く団体を見る", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(EntitlementsPermission, "減免の登録を承認し、終える", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(PointsPermission, "無断の不使用と直前の取消に、点数をつけるか見送る", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(RulesPermission, "部屋の区分、料金、受付の規則を変える", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("部屋", "/rooms", null, 20),
        new("部屋", "/staff/rooms", Hires, 22),
        new("部屋の申請", "/staff/room-blocks", Blocks, 24),
        new("部屋の抽選", "/staff/lotteries", Hires, 67, "部屋の抽選の申し込みを見て受け付け、公開の数で抽選し、結果を確かめます。"),
        new("年間の予約", "/staff/seasons", Hires, 68, "サークルが同じ部屋を毎週使う申し込みを受け付け、重なりを確かめて、まとめて予約にします。"),
        new("空き待ち", "/staff/room-waits", Hires, 66, "空いていない時間を待つ方の順番を見て、空いたときの返事を受け付けます。"),
        new("会場の変更", "/staff/displacements", Displacements, 64, "館が選挙や避難所で使えないときに、予約した方へほかの部屋を案内し、移れない方に返金します。"),
        new("個人演説会", "/staff/election-meetings", Displacements, 63, "選挙の候補者が館で開く演説会の申し出に回答し、選挙管理委員会に渡す空き時間の一覧を出します。"),
        new("部屋の見守り", "/staff/room-alerts", Watch, 69, "使わなかった部屋、直前の取消が続く団体、職員が自分の団体を扱った予約を見て、声をかけます。"),
        new("利用の点数", "/staff/points", Hires, 70, "無断の不使用と直前の取消について、事情を聞き、点数をつけるか見送るかを決めます。"),
        new("減免の登録", "/staff/entitlements", Hires, 71, "減免を受ける団体を、確かめたものと期間をつけて登録します。予約の使用料がはじめから減ります。"),
        new("自分の団体の届", "/staff/own-groups", Hires, 72, "自分が入っている団体を届けます。その団体の予約を自分で扱ったものは、館長と本部が見られます。"),
        new("貸館の規則", "/staff/booking-rules", RulesPermission, 65, "貸す時間の区分、使用料、受付の期間、取消の決まりを、いつからかを決めて変えます。"),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("booking.forget-holds", "時間の過ぎた部屋の取り置きと、送られなかった入力を消す", "*/10 * * * *", typeof(ForgetHolds)),
        new("booking.run-lotteries", "部屋の抽選を始め、締め切り、返事のない当選を次の方に回す", "*/5 * * * *", typeof(RunLotteries)),
        new("booking.seal-ledger", "部屋の変更の記録を綴じる", "*/5 * * * *", typeof(SealLedger)),
        new(SettleDisplacementsJob, "空ける館の予約に、ほかの部屋を案内し、返事のないものを終える", "*/5 * * * *", typeof(SettleDisplacements)),
        new("booking.settle-waits", "返事のない空きの案内を終え、次の方に案内する", "*/10 * * * *", typeof(SettleWaits)),
    ];

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        Availability.Map(app);
        LotteryFiles.Map(app);
        LedgerFiles.Map(app);
    }

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<BookingDb, BookingPostgresDb>("booking");
        services.AddSingleton<DayQueries>();
        services.AddSingleton<HireQueries>();
        services.AddSingleton<RuleBook>();
        services.AddScoped<SpaceLock>();
        services.AddScoped<LedgerTriggers>();
        services.AddScoped<IAfterMigration>(s => s.GetRequiredService<LedgerTriggers>());
        services.AddScoped<ReadLedger>();
        services.AddScoped<ISlotLedger>(s => s.GetRequiredService<ReadLedger>());
        services.AddScoped<IInvariants, LedgerInvariants>();
        services.AddScoped<TellWaiters>();
        services.AddScoped<RoomCalendar>();
        services.AddScoped<IRoomCalendar>(s => s.GetRequiredService<RoomCalendar>());
        services.AddScoped<RoomDays>();
        services.AddScoped<DrawnRooms>();
        services.AddScoped<BookingTimes>();
        services.AddScoped<Quotes>();
        services.AddScoped<StockLock>();
        services.AddScoped<Stock>();
        services.AddScoped<ChargeHirers>();
        services.AddScoped<IChargeLines>(s => s.GetRequiredService<ChargeHirers>());
        services.AddScoped<IAfterMigration, ChargeEarlierHires>();
        services.AddScoped<IAfterMigration, RememberEarlierPermits>();
        services.AddScoped<Alternatives>();
        services.AddScoped<FindRooms>();
        services.AddScoped<Availability>();
        services.AddSingleton<AvailabilityStamps>();
        services.AddScoped<Pages.Booking.SearchChoices>();
        services.AddScoped<PartyLock>();
        services.AddScoped<Caps>();
        services.AddScoped<Points>();
        services.AddScoped<Entitlements>();
        services.AddSingleton(Entitlement.MostYears);
        services.AddSingleton(Entitlement.RemindDays);
        services.AddScoped<IInvariants, EntitlementInvariants>();
        services.AddScoped<IRetention, OldEntitlements>();
        services.AddScoped<IRetention, OldOwnGroups>();
        services.AddScoped<SeenEvidence>();
        services.AddScoped<IInvariants, TieInvariants>();
        services.AddScoped<IRetention, OldTieEvidence>();
        services.AddScoped<OpenPoints>();
        services.AddScoped<DecidePoints>();
        services.AddSingleton(PointCase.AnswerDays);
        services.AddScoped<IMessageKinds, PointMessages>();
        services.AddScoped<IInvariants, PointInvariants>();
        services.AddSingleton<HoldCap>();
        services.AddSingleton(HoldCap.Most);
        services.AddSingleton(ExtendHire.MostMinutes);
        services.AddScoped<TakeHire>();
        services.AddScoped<ExtendHire>();
        services.AddSingleton(TakeHire.HoldMinutes);
        services.AddSingleton(RoomCalendar.OfferDays);
        services.AddScoped<WaitingList>();
        services.AddScoped<LotteryLock>();
        services.AddScoped<EnterLottery>();
        services.AddScoped<DrawLottery>();
        services.AddScoped<TellEntrants>();
        services.AddScoped<ConfirmWin>();
        services.AddScoped<TellSeasons>();
        services.AddScoped<TakeSeason>();
        services.AddSingleton(ForgetHolds.Hours);
        services.AddSingleton(RoomBlock.Days);
        services.AddSingleton(Displacement.AnswerDays);
        services.AddScoped<OtherRooms>();
        services.AddScoped<Rehouse>();
        services.AddScoped<Displace>();
        services.AddScoped<IMessageKinds, MoveMessages>();
        services.AddScoped<RoomAlerts>();
        services.AddSingleton(RoomAlerts.UnusedDays);
        services.AddSingleton(RoomAlerts.LateDays);
        services.AddSingleton(RoomAlerts.LateCount);
        services.AddSingleton(RoomAlerts.LateSpan);
        services.AddScoped<GiveBack>();
        services.AddScoped<TakeMeeting>();
        services.AddScoped<ChargeMeetings>();
        services.AddScoped<IChargeLines>(s => s.GetRequiredService<ChargeMeetings>());
        services.AddScoped<IInvariants, MeetingInvariants>();
        services.AddScoped<MeetingPersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<MeetingPersonalData>());
        services.AddScoped<IRetention, OldMeetings>();
        services.AddSingleton(ElectionMeeting.MostMinutes);
        services.AddSingleton(ElectionMeeting.DaysBefore);
        services.AddSingleton(ElectionMeeting.UntilHour);
        services.AddSingleton(ElectionMeeting.DaysAhead);
        services.AddScoped<KeepRule>();
        services.AddScoped<TellHirers>();
        services.AddScoped<ITelephones, HirerTelephones>();
        services.AddScoped<IMessageKinds, HireMessages>();
        services.AddScoped<IMessageKinds, WaitMessages>();
        services.AddScoped<IMessageKinds, LotteryMessages>();
        services.AddScoped<IMessageKinds, SeasonMessages>();
        services.AddScoped<IFigures, BookingFigures>();
        services.AddScoped<IImportDataset, HiresDataset>();
        services.AddScoped<IInvariants, BookingInvariants>();
        services.AddScoped<IInvariants, LotteryInvariants>();
        services.AddScoped<IToday, BookingToday>();
        services.AddScoped<MyHires>();
        services.AddScoped<IMyThings>(s => s.GetRequiredService<MyHires>());
        services.AddScoped<MyRequests>();
        services.AddScoped<IMyThings>(s => s.GetRequiredService<MyRequests>());
        services.AddScoped<ISubjectNames, HireNames>();
        services.AddScoped<HirePersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<HirePersonalData>());
        services.AddScoped<IRetention, OldHires>();
        services.AddScoped<IRetention, OldWaits>();
        services.AddScoped<IRetention, OldEntries>();
        services.AddScoped<IRetention, OldSeasons>();
        services.AddScoped<IPersonPanel, HiresPanel>();
        services.AddScoped<ISampleLife, SampleBookingRules>();
        services.AddScoped<ISampleLife, SampleHires>();
    }
}
