using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Facilities.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Makes a draft of the same course for another year.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class CopyModel(CoursesDb db, IHallDirectory directory, IOpeningCalendar calendar, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Each day, the day it moves to, and why the hall is closed on that one.</summary>
    public IReadOnlyList<(Session To, string? Closed)> Moved { get; private set; } = [];

    public int NextYear => Math.Max(Course.FiscalYear + 1, FiscalYear.Of(clock.Today()).Year);

    public IEnumerable<Choice> Years => Enumerable.Range(Course.FiscalYear, NextYear - Course.FiscalYear + 2).Reverse()
        .Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), new FiscalYear(y).ToString()));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var hall = (await directory.GetAsync()).Find(Course.HallId) ?? throw new RuleBroken("この館は、いまの館の一覧にありません。");
        var copy = Course.CopyTo(await CourseNumbers.NextAsync(Db, Input.FiscalYear, hall), Input.FiscalYear);
        Db.Courses.Add(copy);
        await Db.SaveChangesAsync();
        Notice.Say(Response, $"講座番号 {copy.Number} で複製しました。日程と内容を確かめてから公開してください。");
        return Redirect($"/staff/courses/{copy.Id}");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Input.FiscalYear = Input.FiscalYear == 0 ? NextYear : Input.FiscalYear;
        var moved = new List<(Session, string?)>();
        foreach (var session in Course.CopyTo("", NextYear).Sessions)
        {
            var opening = await calendar.OnAsync(Course.HallId, session.Date);
            moved.Add((session, opening.IsOpen ? null : opening.Reason));
        }

        Moved = moved;
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "年度")]
        [Range(2000, 2200)]
        public int FiscalYear { get; set; }
    }
}
