using System.Globalization;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Ticks beside names, and heads without a name by band and gender, row by row as on the printed sheet.</summary>
internal sealed class AttendanceInput
{
    /// <summary>What stood in the records when the form was filled.</summary>
    [HiddenInput]
    public string? Shown { get; set; }

    public List<Guid> Present { get; set; } = [];

    /// <summary>One box for each band and gender; empty is nobody. Digits of any width.</summary>
    public List<string?> Heads { get; set; } = [];

    /// <summary>Nothing was said: a session where nobody came has a 0 in a box.</summary>
    public bool IsEmpty => Present.Count == 0 && Heads.TrueForAll(string.IsNullOrWhiteSpace);

    public static int At(int band, int gender) => (band * AgeBands.Genders.Count) + gender;

    /// <summary>The boxes as they stand in the records.</summary>
    public static AttendanceInput From(Session session, IReadOnlyCollection<Attendance> rows) => new()
    {
        Shown = Attendance.Mark(session, rows),
        Present = [.. rows.Where(r => r.EnrolmentId is not null).Select(r => r.EnrolmentId!.Value)],
        Heads =
        [
            .. from band in AgeBands.All
               from gender in AgeBands.Genders
               let count = rows.Where(r => r.EnrolmentId is null && r.AgeBand == band && r.Gender == gender).Sum(r => r.Count)
               select count == 0 ? null : count.ToString(CultureInfo.InvariantCulture),
        ],
    };

    /// <summary>The tally as records.</summary>
    /// <exception cref="RuleBroken">A box holds something else than a number of heads.</exception>
    public IEnumerable<Attendance> Tally(Session session)
    {
        for (var band = 0; band < AgeBands.All.Count; band++)
        {
            for (var gender = 0; gender < AgeBands.Genders.Count; gender++)
            {
                var at = At(band, gender);
                var text = at < Heads.Count ? (Heads[at] ?? "").Trim() : "";
                if (text.Length == 0)
                {
                    continue;
                }

                if (Typed.Number(text) is not { } count || count is < 0 or > Attendance.MostHeads)
                {
                    throw new RuleBroken($"{AgeBands.All[band]}・{AgeBands.Genders[gender]}の人数は、0から{Attendance.MostHeads}までの数字で入力してください。", $"Input.Heads[{at}]");
                }

                if (count > 0)
                {
                    yield return new Attendance(session, AgeBands.All[band], AgeBands.Genders[gender], (int)count);
                }
            }
        }
    }
}
