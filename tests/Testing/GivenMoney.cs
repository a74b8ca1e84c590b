namespace Kominkan.Testing;

/// <summary>Money as a test finds it: taken and due back.</summary>
public static class GivenMoney
{
    /// <summary>A hire that was paid into the manager's drawer and then reduced: there is money to give back, and a reduction to take back.</summary>
    /// <returns>Where the hire and its bill are.</returns>
    public static async Task<IReadOnlyList<string>> PaidAndReducedAsync(this Browser manager, Guid hall, Guid hire)
    {
        await manager.SubmitAsync(await manager.OpenAsync("/staff/cashier/drawers/open"), new { HallId = hall, Float = 10_000 });
        var bill = (await manager.OpenAsync($"/staff/hires/{hire}")).Find("a[href^='/staff/cashier/bills/']").GetAttribute("href")!;
        await manager.SubmitAsync(await manager.OpenAsync(bill + "/pay"));
        var reduce = await manager.OpenAsync($"/staff/hires/{hire}/reduce");
        await manager.SubmitAsync(reduce, new { RuleId = reduce.Find("[name='Input.RuleId']").GetAttribute("value"), Evidence = "登録証" });
        return [$"/staff/hires/{hire}", bill];
    }
}
