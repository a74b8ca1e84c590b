using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>代行申込: who telephones, comes to the counter or writes a postcard stands in the same queue as everybody.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationNewModel(CoursesDb db, TakeApplication take, IPeople people, IAudit audit, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    /// <summary>The application that was just taken in.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Done { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? By { get; set; }

    /// <summary>Somebody on record who wants to take part: the form begins with what is known.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    public Application? Taken { get; private set; }

    public IReadOnlyList<Duplicate> Same { get; private set; } = [];

    /// <summary>Why nothing can be taken in now, or null.</summary>
    public string? WhyNot => Course.WhyNotTakeIn(clock.UtcNow());

    private bool AsksBirth => Course.Eligibility is not { MinAge: null, MaxAge: null, MinGrade: null, MaxGrade: null };

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (await Db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Key == Input.Key && a.CourseId == Id) is { } sent)
        {
            return Redirect($"{Home}/applications/new?done={sent.Id}&by={Input.Channel}");
        }

        var applicants = Input.Applicants();
        if (AsksBirth && applicants.FindIndex(p => p.Birth is null) is >= 0 and var at)
        {
            throw new RuleBroken("年齢か学年で対象が決まる講座です。生年月日を入力してください。", $"Input.People[{at}].Birth");
        }

        Same = await take.DuplicatesAsync(Id, applicants, Input.Contact.Phone);
        if (Same.Count > 0 && !Input.Separate)
        {
            throw new RuleBroken($"同じ方の申し込みがすでにあります（{Same[0].ReceiptNumber}）。確かめて、別の申し込みなら印を付けてください。", "Input.Separate");
        }

        var slip = new Slip(Input.Channel, applicants, Input.Contact, Input.Policy, Input.Key, JapaneseText.Clean(Input.Note), Same.Count > 0 ? Same[0].Id : null);
        if (await take.TakeAsync(Id, slip) is not { } application)
        {
            return NotFound();
        }

        application.LinkWhoeverIs(Input.PersonId is { } known ? await people.FindAsync(known) : null);
        await Db.SaveChangesAsync();
        return Redirect($"{Home}/applications/new?done={application.Id}&by={Input.Channel}");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Input.MakeRoom(Course.Recruitment.GroupLimit);
        if (Input.Key == Guid.Empty)
        {
            Input.Key = Guid.NewGuid(); // v4: nobody may guess another form's key
            Input.Channel = By is null or Channel.Web ? Channel.Phone : By.Value;
            Input.By = Input.Channel == Channel.Postcard ? ContactBy.Postcard : ContactBy.Phone;
            if (Person is { } who && await people.FindSeenAsync(User, who) is { } card)
            {
                await audit.SawAsync(new Sight(Act.View, "代行で申し込む", [new(SubjectKinds.Person, card.Id)]) { HallId = Course.HallId });
                Input.Prefill(card);
            }
        }

        Taken = Done is { } id ? await Db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.CourseId == Id) : null;
        if (Taken is not null)
        {
            await audit.SawAsync(Act.View, "代行で受け付けた申し込み", Course.HallId, Taken.People);
        }

        return null;
    }
}
