using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>The form of a session.</summary>
internal sealed class SessionInput
{
    /// <summary>What the session was when the form was filled; nothing for a new one.</summary>
    [HiddenInput]
    public string? Shown { get; set; }

    [Display(Name = "日付")]
    [Required]
    public DateOnly? Date { get; set; }

    [Display(Name = "始まり")]
    public TimeOnly? From { get; set; }

    [Display(Name = "終わり")]
    public TimeOnly? To { get; set; }

    [Display(Name = "部屋")]
    public Guid? RoomId { get; set; }

    [Display(Name = "内容")]
    [StringLength(200)]
    public string? Topic { get; set; }

    [Display(Name = "毎週つづける回数")]
    [Range(1, 40)]
    public int Times { get; set; } = 1;

    [Display(Name = "それでもこの日時に入れる")]
    public bool Anyway { get; set; }

    /// <summary>Not a property: the form's validation would read it before anything has been checked.</summary>
    public IEnumerable<DateOnly> Dates() => Enumerable.Range(0, Times).Select(week => Date!.Value.AddDays(7 * week));

    /// <summary>Refuses what cannot be; asks about days on which the hall is closed until somebody says それでも.</summary>
    public async Task CheckAsync(Guid hallId, IRooms rooms, IOpeningCalendar calendar)
    {
        if (RoomId is { } room && (await rooms.FindAsync(room))?.HallId != hallId)
        {
            throw new RuleBroken("部屋を選んでください", "Input.RoomId");
        }

        if (Date!.Value.Year is < 1946 or > 2200)
        {
            throw new RuleBroken("日付の年を確かめてください。", "Input.Date");
        }

        foreach (var date in Anyway ? [] : Dates())
        {
            var opening = await calendar.OnAsync(hallId, date);
            if (!opening.IsOpen)
            {
                throw new RuleBroken($"{date.MonthDay()}は館が閉まっています（{opening.Reason}）。日を変えるか、「それでも」に印を付けてください。", "Input.Anyway");
            }

            if (From < opening.From || To > opening.To)
            {
                throw new RuleBroken($"{date.MonthDay()}に館が開いているのは{StaffWords.Hours(opening.From, opening.To)}です。時刻を変えるか、「それでも」に印を付けてください。", "Input.Anyway");
            }
        }
    }
}
