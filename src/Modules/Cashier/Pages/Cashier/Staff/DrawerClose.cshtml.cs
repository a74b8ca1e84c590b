using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>What lies in the drawer is counted, piece by piece; a difference needs a reason.</summary>
[Authorize(CashierModule.Take)]
internal sealed class DrawerCloseModel(CashierDb db, IHallDirectory directory, TimeProvider clock) : DrawerPage(db, directory)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Drawer.Close(Input.Counts, Input.Reason, User.Clerk().Name, clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, Drawer.Difference == 0 ? "レジを締めました。過不足はありません。" : $"レジを締めました。過不足は{Wording.Signed(Drawer.Difference!.Value)}です。");
        return Redirect($"/staff/cashier/drawers/{Id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "1万円")] public int? N10000 { get; set; }

        [Display(Name = "5千円")] public int? N5000 { get; set; }

        [Display(Name = "2千円")] public int? N2000 { get; set; }

        [Display(Name = "千円")] public int? N1000 { get; set; }

        [Display(Name = "500円")] public int? N500 { get; set; }

        [Display(Name = "100円")] public int? N100 { get; set; }

        [Display(Name = "50円")] public int? N50 { get; set; }

        [Display(Name = "10円")] public int? N10 { get; set; }

        [Display(Name = "5円")] public int? N5 { get; set; }

        [Display(Name = "1円")] public int? N1 { get; set; }

        [Display(Name = "過不足の理由"), StringLength(200)]
        public string? Reason { get; set; }

        internal IReadOnlyList<int> Counts => [.. new[] { N10000, N5000, N2000, N1000, N500, N100, N50, N10, N5, N1 }.Select(n => n ?? 0)];
    }
}
