namespace Kominkan.Courses.Domain;

/// <summary>A course as the pattern of next year's.</summary>
internal sealed partial class Course
{
    /// <summary>
    /// A draft of the same course in another fiscal year. Dates move by whole weeks, so that a Saturday stays a Saturday;
    /// sessions that were cancelled are left out, and nobody is on its roll.
    /// </summary>
    public Course CopyTo(string number, int fiscalYear)
    {
        Demand(fiscalYear >= FiscalYear, "複製する年度は、元の講座の年度かその後にしてください。", "Input.FiscalYear");
        var period = new FiscalYear(fiscalYear).Period;
        var days = 364 * (fiscalYear - FiscalYear);
        var copy = new Course(number, HallId, ProgramType, fiscalYear, Title)
        {
            Description = Description,
            EasyText = EasyText,
            Fee = Fee,
            MaterialsFee = MaterialsFee,
            Bring = Bring,
            Childcare = Childcare,
        };
        copy.Eligibility = Eligibility with { };
        copy.Tags = [.. Tags];
        var closesAt = Recruitment.ClosesAt?.AddDays(days);
        copy.Recruitment = Recruitment with
        {
            OpensAt = Recruitment.OpensAt?.AddDays(days),
            ClosesAt = closesAt,
            DecideOn = Recruitment.DecideOn?.AddDays(days),
            KeptUntil = Recruitment.KeptUntil?.AddDays(days),
            SeedSource = Recruitment.Intake == Contracts.Intake.Draw && closesAt is { } closing ? DrandRound.Propose(closing) : "",
        };
        foreach (var session in sessions.Where(s => s.State != SessionState.Cancelled).OrderBy(s => s.Date).ThenBy(s => s.From))
        {
            copy.AddSession(Moved(session.Date), session.From, session.To, session.RoomId, session.Topic);
        }

        return copy;

        // 52 weeks are a day or two short of a year: the first days of April would fall into the year before.
        DateOnly Moved(DateOnly date)
        {
            var moved = date.AddDays(days);
            return moved < period.From ? moved.AddDays(7) : moved;
        }
    }
}
