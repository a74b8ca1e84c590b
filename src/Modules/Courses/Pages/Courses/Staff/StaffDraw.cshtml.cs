using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A course's draws, one step after the other: freeze the entries, type the public number, see what came of it.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class StaffDrawModel(CoursesDb db, CourseLock courseLock, CloseDraw close, HoldDraw hold, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CourseDraw> Draws { get; private set; } = [];

    /// <summary>Frozen, and waits for its number.</summary>
    public CourseDraw? Open => Draws.FirstOrDefault(d => d.Seed is null);

    public int Entries { get; private set; }

    public bool IsClosed => Course.Recruitment.ClosesAt < clock.UtcNow();

    public int Free => Math.Max(0, (Course.Recruitment.Capacity ?? 0) - Course.Enrolled - Course.Offered);

    /// <summary>There is something to draw and nothing is frozen yet.</summary>
    public bool CanClose => Open is null && Entries > 0 && (Draws.Count == 0
        ? Course is { State: CourseState.Published, Recruitment.Intake: Intake.Draw } && IsClosed
        : Course.Recruitment.FreedSeats == FreedSeats.DrawAgain && Free > 0);

    /// <summary>Freezes, or holds what is frozen: a page that is older than the other's press asks for the number instead of drawing twice.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        if (await Db.Draws.SingleOrDefaultAsync(d => d.CourseId == Id && d.Seed == null) is not { } draw)
        {
            var frozen = await close.CloseAsync(Id, CancellationToken.None) ?? throw new RuleBroken("抽選する申し込みがありません。");
            Notice.Say(Response, $"第{frozen.Round}回の抽選を締め切りました。一覧のハッシュを公開しました。");
            return Redirect($"{Home}/draw");
        }

        var seed = JapaneseText.Clean(Input.Seed);
        draw.Check(seed, clock.UtcNow());
        if (draw.AsksTwice)
        {
            return Redirect(StaffDrawCheckModel.UrlOf(Id, seed));
        }

        await hold.HoldAsync(course, draw, seed, CancellationToken.None);
        Notice.Say(Response, $"抽選しました。当選は{draw.Results().Sum(r => r.Seats)}人です。");
        return Redirect($"{Home}/draw");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Draws = await Db.Draws.AsNoTracking().Where(d => d.CourseId == Id).OrderBy(d => d.Round).ToListAsync();
        Entries = await Db.Applications.CountAsync(a => a.CourseId == Id && a.People.Any(p => p.State == EnrolmentState.InDraw || p.State == EnrolmentState.Waiting));
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "公開の数")]
        [StringLength(CourseDraw.SeedLength)]
        public string? Seed { get; set; }
    }
}
