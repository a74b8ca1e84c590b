using Kominkan.Cashier.Data;
using Kominkan.Cashier.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Cashier;

/// <summary>The cash desk: what is owed, receipts, drawers opened and counted, corrections by reversal, and the sheet of the day.</summary>
public sealed class CashierModule : IModule
{
    internal const string Take = CashierPermissions.Take;
    internal const string Approve = "cashier.approve";
    internal const string FormsPermission = "cashier.forms";

    public string Name => "Cashier";

    public IEnumerable<Permission> Permissions =>
    [
        new(Take, "お金を受け取り、返し、レジを開け閉めする", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Approve, "領収の取消を承認する", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(FormsPermission, "領収書の様式を変える", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("収納", "/staff/cashier", Take, 23),
        new("領収の取消", "/staff/cashier/reversals", Approve, 66, "まちがえた領収の取消の申請を見て、承認するか却下します。"),
        new("領収書の様式", "/staff/cashier/forms", FormsPermission, 67, "領収書の題名、様式の番号、発行する人を、いつからかを決めて変えます。"),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("cashier.ask-online", "オンラインの支払いがどうなったかを確かめる", "*/5 * * * *", typeof(AskOnline)),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<CashierDb, CashierPostgresDb>("cashier");
        services.AddScoped<ICashier, CashierDesk>();
        services.AddScoped<TakeMoney>();
        services.AddScoped<PayOnline>();
        services.AddScoped<IPayOnline>(s => s.GetRequiredService<PayOnline>());
        services.AddScoped<IInvariants, CashierInvariants>();
        services.AddScoped<IToday, CashierToday>();
        services.AddScoped<ISubjectNames, PayerNames>();
        services.AddScoped<PayerPersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<PayerPersonalData>());
        services.AddScoped<IRetention, OldReceipts>();
        services.AddScoped<ISampleLife, SampleReceiptForm>();
        services.AddScoped<ISampleLife, SampleMoney>();
    }
}
