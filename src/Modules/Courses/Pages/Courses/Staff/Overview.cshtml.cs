using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.Facilities.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>One course: what it is, where it stands, and what to do next.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class OverviewModel(CoursesDb db, ProgramTypeList types, IHallDirectory directory, IRooms rooms, IGrants grants, TimeProvider clock) : CoursePage(db)
{
    public string Hall { get; private set; } = "";

    public IProgramType Type => types.Of(Course.ProgramType);

    public DateTime Now { get; } = clock.UtcNow();

    public DateOnly Today { get; } = clock.Today();

    public Phase Phase => Course.PhaseAt(Now);

    public bool MayManage { get; private set; }

    public bool MayCall { get; private set; }

    public IReadOnlyDictionary<Guid, string> Rooms { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Heads at each session (延べ).</summary>
    public IReadOnlyDictionary<Guid, int> Heads { get; private set; } = new Dictionary<Guid, int>();

    public IReadOnlyList<ChannelCount> Channels { get; private set; } = [];

    public IReadOnlyList<SamePerson> Duplicates { get; private set; } = [];

    public bool HasDraw { get; private set; }

    public bool NeedsDraw => Course is { State: CourseState.Published, Recruitment.Intake: Intake.Draw } && Course.Recruitment.ClosesAt < Now && Course.InDraw > 0;

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Hall = (await directory.GetAsync()).NameOf(Course.HallId);
        (MayManage, MayCall) = (await MayAsync(CoursesModule.Manage), await MayAsync(CoursesModule.RollCallPermission));
        Rooms = (await rooms.OfHallAsync(Course.HallId)).ToDictionary(r => r.Id, r => r.Name);
        Heads = await Db.Attendance.Where(a => a.CourseId == Id).GroupBy(a => a.SessionId).Select(g => new { g.Key, Sum = g.Sum(a => a.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        HasDraw = await Db.Draws.AnyAsync(d => d.CourseId == Id);
        var people = await (from e in Db.Enrolments
                            join a in Db.Applications on e.ApplicationId equals a.Id
                            where e.CourseId == Id
                            select new Known(a.Id, a.ReceiptNumber, a.Channel, a.PhoneKey, e.KanaKey, e.Person.Birth, e.State, a.SeenDuplicateOf != null)).ToListAsync();
        Channels = [.. people.GroupBy(p => p.Channel).OrderBy(g => g.Key).Select(g => new ChannelCount(g.Key, g.CountBy(p => p.State).ToDictionary(c => c.Key, c => c.Value)))];
        Duplicates = SamePerson.Among(people);
        return null;
    }

    private async Task<bool> MayAsync(string permission)
    {
        var halls = await grants.HallsWhereAsync(User, permission);
        return halls.IsEverywhere || halls.Halls.Contains(Course.HallId);
    }
}

/// <summary>People of one channel by where they stand.</summary>
internal sealed record ChannelCount(Channel Channel, IReadOnlyDictionary<EnrolmentState, int> People)
{
    public int In(EnrolmentState state) => People.GetValueOrDefault(state);
}

internal sealed record Known(Guid Application, string ReceiptNumber, Channel Channel, string PhoneKey, string KanaKey, DateOnly? Birth, EnrolmentState State, bool Seen);

/// <summary>Applications that may be the same person's, and why it looks so.</summary>
internal sealed record SamePerson(string Why, IReadOnlyList<Known> Applications)
{
    /// <summary>Same kana and birth date, or same telephone; those somebody already looked at are left out.</summary>
    public static IReadOnlyList<SamePerson> Among(IEnumerable<Known> people)
    {
        var live = people.Where(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed)).ToList();
        var same = live.Where(p => p.KanaKey.Length > 0).GroupBy(p => (p.KanaKey, p.Birth)).Select(g => new SamePerson("フリガナと生年月日が同じ", [.. g.DistinctBy(p => p.Application)]));
        var phone = live.Where(p => p.PhoneKey.Length > 0).GroupBy(p => p.PhoneKey).Select(g => new SamePerson("電話番号が同じ", [.. g.DistinctBy(p => p.Application)]));
        return [.. same.Concat(phone).Where(s => s.Applications.Count > 1 && s.Applications.Count(a => !a.Seen) > 1)];
    }
}
