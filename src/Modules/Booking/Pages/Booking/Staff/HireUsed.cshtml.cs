using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>利用報告: how many came, which is what the yearly report counts.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireUsedModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, OpenPoints points, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>What it counts when nobody came; null where nothing follows from it.</summary>
    public PointRule? NoShow { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Hire.Report(Input.Came!.Value, Now);
        Hire.ReportBands(Input.Bands.Take(AgeBands.All.Count).Select((b, n) => (Band: AgeBands.All[n], Count: b.Count ?? 0)).ToDictionary(b => b.Band, b => b.Count));
        await Db.SaveChangesAsync();
        await points.ReportedAsync(Hire, User.Clerk());
        Notice.Say(Response, "来た人数を入れました。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        NoShow = await points.NoShowAsync(Hire);
        Input.Came ??= Hire.Came;
        // A line for each band, whatever was sent.
        Input.Bands = [.. AgeBands.All.Select((band, n) => Input.Bands.ElementAtOrDefault(n) ?? new BandInput { Count = Hire.Heads.FirstOrDefault(h => h.Band == band)?.Count })];
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "来た人数")]
        public int? Came { get; set; }

        /// <summary>One for each of <see cref="AgeBands.All"/>, in its order.</summary>
        public List<BandInput> Bands { get; set; } = [];
    }

    public sealed class BandInput
    {
        [Display(Name = "人数")]
        public int? Count { get; set; }
    }
}
