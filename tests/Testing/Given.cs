using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>What a test finds when it begins: halls, courses, applications, made by the modules' own rules.</summary>
public static class Given
{
    /// <summary>The sample city's halls and rooms, made once; the one with the number.</summary>
    public static Task<HallRef> HallAsync(this KominkanApp app, string no = "1") => app.DoAsync(async services =>
    {
        await services.GetRequiredService<IHallSample>().EnsureHallsAsync();
        return (await services.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(no)!;
    });

    /// <summary>A course with its sessions; published unless it is to stay a draft.</summary>
    public static async Task<Guid> CourseAsync(this KominkanApp app, GivenCourse? given = null)
    {
        var g = given ?? new GivenCourse();
        var hall = await app.HallAsync(g.Hall);
        var today = app.Clock.Today();
        return await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            var course = new Course(g.Number ?? "T-" + Guid.NewGuid().ToString("N")[..8], hall.Id, g.Type, FiscalYear.Of(today).Year, g.Title);
            var recruitment = new Recruitment
            {
                Intake = g.Intake,
                OpensAt = g.Intake == Intake.None ? null : today.AddDays(g.OpensInDays).ToUtc(new TimeOnly(9, 0)),
                ClosesAt = g.Intake == Intake.None ? null : today.AddDays(g.ClosesInDays).ToUtc(new TimeOnly(17, 0)),
                Capacity = g.Capacity,
                Minimum = g.Minimum,
                DecideOn = g.Minimum is null ? null : today.AddDays(g.ClosesInDays + 1),
                GroupLimit = g.GroupLimit,
                FreedSeats = g.DrawAgain ? FreedSeats.DrawAgain : FreedSeats.NextInOrder,
                KeptForDesk = g.KeptForDesk,
                KeptUntil = g.KeptForDesk > 0 ? today.AddDays(g.ClosesInDays) : null,
                SeedSource = g.Intake == Intake.Draw ? "試験の数" : "",
            };
            course.Edit(course.Version, g.Title, recruitment, g.Eligibility(new Eligibility()), []);
            foreach (var days in g.SessionsInDays)
            {
                course.AddSession(today.AddDays(days), new TimeOnly(10, 0), new TimeOnly(12, 0), null);
            }

            if (!g.Draft)
            {
                course.Publish();
            }

            db.Courses.Add(course);
            await db.SaveChangesAsync();
            return course.Id;
        });
    }

    /// <summary>Somebody applies, through the same door as everybody; the id of the application.</summary>
    public static Task<Guid> ApplicationAsync(this KominkanApp app, Guid course, GivenApplication? given = null) => app.DoAsync(async services =>
    {
        var g = given ?? new GivenApplication();
        var people = g.People.Select(p => new Applicant { FamilyName = p[0], GivenName = p[1], FamilyKana = p[2], GivenKana = p[3], Birth = g.Birth, Gender = "女", Tie = CityTie.Lives }).ToList();
        var contact = new Contact { Phone = g.Phone, By = ContactBy.Phone };
        var slip = new Slip(g.OnPaper ? Channel.Postcard : g.AtCounter ? Channel.Counter : Channel.Web, people, contact, g.AllOrNone ? GroupPolicy.AllOrNone : GroupPolicy.AsManyAsFit, Guid.NewGuid());
        var application = (await services.GetRequiredService<TakeApplication>().TakeAsync(course, slip))!;
        await services.GetRequiredService<CoursesDb>().SaveChangesAsync();
        return application.Id;
    });
}

/// <summary>A course to begin with; days are counted from today.</summary>
public sealed record GivenCourse
{
    public string Title { get; init; } = "はじめての陶芸";

    public string? Number { get; init; }

    public string Hall { get; init; } = "1";

    public string Type { get; init; } = "hosted-course";

    public Intake Intake { get; init; } = Intake.FirstCome;

    public int? Capacity { get; init; } = 20;

    public int? Minimum { get; init; }

    public int GroupLimit { get; init; } = 1;

    public int OpensInDays { get; init; } = -7;

    public int ClosesInDays { get; init; } = 7;

    public bool DrawAgain { get; init; }

    public bool Draft { get; init; }

    /// <summary>Seats kept for the counter and the telephone until the window closes.</summary>
    public int KeptForDesk { get; init; }

    internal Func<Eligibility, Eligibility> Eligibility { get; init; } = e => e;

    public IReadOnlyList<int> SessionsInDays { get; init; } = [12, 19, 26];
}

/// <summary>An application to begin with.</summary>
public sealed record GivenApplication
{
    /// <summary>姓, 名, セイ, メイ of each.</summary>
    public IReadOnlyList<string[]> People { get; init; } = [["中村", "恵子", "ナカムラ", "ケイコ"]];

    public DateOnly? Birth { get; init; } = new(1955, 4, 5);

    public string Phone { get; init; } = "090-0000-0001";

    public bool OnPaper { get; init; }

    public bool AtCounter { get; init; }

    public bool AllOrNone { get; init; }
}
