using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A second look at a public number that no form can prove right: typed once more from its source, it decides the draw.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class StaffDrawCheckModel(CoursesDb db, CourseLock courseLock, HoldDraw hold) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As typed on the page before; public, like its source.</summary>
    [FromQuery]
    public string? Seed { get; set; }

    public CourseDraw? Open { get; private set; }

    public string Here => UrlOf(Id, Seed ?? "");

    public static string UrlOf(Guid course, string seed) => $"/staff/courses/{course}/draw/check?seed={Uri.EscapeDataString(seed)}";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        var draw = await Db.Draws.SingleOrDefaultAsync(d => d.CourseId == Id && d.Seed == null) ?? throw new RuleBroken("この抽選はもう終わっています。");
        draw.CheckAgain(JapaneseText.Clean(Seed), JapaneseText.Clean(Input.Seed));
        await hold.HoldAsync(course, draw, JapaneseText.Clean(Seed), CancellationToken.None);
        Notice.Say(Response, $"抽選しました。当選は{draw.Results().Sum(r => r.Seats)}人です。");
        return Redirect($"{Home}/draw");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Open = await Db.Draws.AsNoTracking().SingleOrDefaultAsync(d => d.CourseId == Id && d.Seed == null);
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "公開の数")]
        [StringLength(CourseDraw.SeedLength)]
        public string? Seed { get; set; }
    }
}
