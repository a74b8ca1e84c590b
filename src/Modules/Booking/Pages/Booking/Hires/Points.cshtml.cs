using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>弁明の機会: what is held against them, and what they say of it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PointsModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, Points points, TimeProvider clock) : HirePage(db, pass, rooms, directory)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>The hire that stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    /// <summary>Null where nothing is held against them.</summary>
    public PointCase? Case { get; private set; }

    /// <summary>The first day on which they may book again; null while they may.</summary>
    public DateOnly? Stopped { get; private set; }

    public string? WhyNot => Case is null ? "この予約に、利用の点数の件はありません。" : Case.WhyNotAnswer(clock.UtcNow(), atDesk: false);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if ((Shown is { } shown && shown != Hire.Id ? "ほかの画面で別の予約を開きました。下の予約を確かめて、もう一度押してください。" : Case is null ? WhyNot : null) is { } why)
        {
            throw new RuleBroken(why);
        }

        Case!.Hear(Input.Answer, null, clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, "弁明を受け取りました。決まったら知らせます。");
        return Redirect("/hires/points");
    }

    protected override async Task LoadMoreAsync()
    {
        Case = await Db.PointCases.SingleOrDefaultAsync(p => p.HireId == Hire.Id);
        Stopped = (await points.OfAsync(Hire.PartyKey)).Until;
    }

    internal sealed class InputModel
    {
        [Required, Display(Name = "事情"), StringLength(PointCase.LongestAnswer), DataType(DataType.MultilineText)]
        public string Answer { get; set; } = "";
    }
}
