using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Says which record the one on the slip is; nothing is ever linked without somebody saying so.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationLinkModel(CoursesDb db, CourseLock courseLock, IPeople people, IAudit audit, TimeProvider clock) : ApplicationPage(db, courseLock, audit, clock)
{
    private const string New = "new", Nobody = "none";

    private readonly IAudit audit = audit;
    private IReadOnlyList<PersonCard> same = [];

    [FromRoute]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Enrolment Enrolment { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Choices.All(c => c.Value != Input.Choice))
        {
            throw new RuleBroken("つなぐ記録を選んでください。", "Input.Choice");
        }

        var enrolment = await Db.Enrolments.SingleAsync(e => e.Id == EnrolmentId);
        enrolment.LinkTo(Input.Choice switch { Nobody => null, New => await people.RegisterAsync(PersonOf(enrolment, Application.Contact)), _ => Guid.Parse(Input.Choice) });
        await Db.SaveChangesAsync();
        Notice.Say(Response, Input.Choice == Nobody ? "つながりを外しました。" : "この方の記録につなぎました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (Application.People.FirstOrDefault(p => p.Id == EnrolmentId) is not { } enrolment)
        {
            return NotFound();
        }

        Enrolment = enrolment;
        Choices =
        [
            .. same.Select(s => new Choice(s.Id.ToString(), $"{s.Details.Name}（{s.Number}）", string.Join("　", new[] { s.Details.Kana, s.Details.Birth?.Both(), s.Details.Phone, s.Details.Town }.Where(t => !string.IsNullOrEmpty(t))))),
            new(New, "記録がないので、申し込みの内容で新しく登録する"),
            .. enrolment.PersonId is null ? [] : new[] { new Choice(Nobody, "つながりを外す") },
        ];
        return null;
    }

    /// <summary>One sight: who is on the slip, and the records that look like theirs.</summary>
    protected override async Task SawAsync(Act act, Application application)
    {
        if (application.People.FirstOrDefault(p => p.Id == EnrolmentId) is { } enrolment)
        {
            same = await people.FindSameAsync(User, enrolment.Person.FamilyKana + enrolment.Person.GivenKana, enrolment.Person.Birth, application.Contact.Phone);
        }

        await audit.SawAsync(new Sight(act, "この方の記録につなぐ", [.. application.People.Select(p => new Subject(SubjectKinds.Enrolment, p.Id)), .. same.Select(s => new Subject(SubjectKinds.Person, s.Id))]) { HallId = application.HallId });
    }

    private static PersonDetails PersonOf(Enrolment enrolment, Contact contact) => new()
    {
        FamilyName = enrolment.Person.FamilyName,
        GivenName = enrolment.Person.GivenName,
        FamilyKana = enrolment.Person.FamilyKana,
        GivenKana = enrolment.Person.GivenKana,
        Birth = enrolment.Person.Birth,
        Gender = enrolment.Person.Gender,
        Phone = contact.Phone,
        Mail = contact.Mail,
        Town = contact.Address,
    };

    public sealed class InputModel
    {
        [Display(Name = "つなぐ記録")]
        [Required]
        public string Choice { get; set; } = "";
    }
}
