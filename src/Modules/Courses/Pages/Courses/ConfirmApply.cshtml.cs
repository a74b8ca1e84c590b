using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>申込 2/3: check, then apply. Pressed twice or sent again, it leads to the same receipt.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmApplyModel(CoursesDb db, ApplyQueries queries, TakeApplication take, IFamilyRecords families) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public ApplyInput Typed { get; private set; } = new();

    /// <summary>By which the page knows again what stands on it.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>The same person seems to have applied already.</summary>
    public bool LooksTwice { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await DraftCookie.FindAsync(HttpContext, db, queries, Id) is not { } draft)
        {
            return Redirect($"/courses/{Id}/apply");
        }

        if (draft.ApplicationId is null)
        {
            if (Input.Shown is { } shown && shown != draft.Mark())
            {
                throw new RuleBroken("ほかの画面で申し込みの中身が変わりました。下の中身を確かめて、もう一度押してください。");
            }

            Typed = ApplyInput.From(draft.Json);
            var people = Typed.ToPeople();
            var same = await take.DuplicatesAsync(Id, people, Typed.Phone);
            if (same.Count > 0 && !Input.ApplyAgain && await queries.ByKeyAsync(db, draft.Id) is null)
            {
                throw new RuleBroken("同じ方の申し込みがもうあります。重ねて申し込むときは、印をつけてください。", "Input.ApplyAgain");
            }

            var slip = new Slip(Channel.Web, people, Typed.ToContact(), Typed.Policy, draft.Id, SeenDuplicateOf: same.Count > 0 ? same[0].Id : null, AccountId: User.ResidentId());
            if (await take.TakeAsync(Id, slip) is not { } application)
            {
                return NotFound();
            }

            // Whoever is on record in the account's family is known for certain: nobody at the counter need link them.
            foreach (var member in User.ResidentId() is { } account ? await families.OfAsync(account) : [])
            {
                application.LinkWhoeverIs(member.PersonId, member.Details);
            }

            draft.Sent(application.Id);
            await db.SaveChangesAsync();
        }

        return Redirect($"/courses/{Id}/apply/done");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await DraftCookie.FindAsync(HttpContext, db, queries, Id) is not { } draft)
        {
            return Redirect($"/courses/{Id}/apply");
        }

        if (draft.ApplicationId is not null)
        {
            return Redirect($"/courses/{Id}/apply/done");
        }

        Title = await queries.TitleAsync(db, Id) ?? "";
        (Typed, Shown) = (ApplyInput.From(draft.Json), draft.Mark());
        LooksTwice = (await take.DuplicatesAsync(Id, Typed.ToPeople(), Typed.Phone)).Count > 0;
        return null;
    }

    internal sealed class InputModel
    {
        /// <summary>What stood on the page that was sent.</summary>
        public string? Shown { get; set; }

        public bool ApplyAgain { get; set; }
    }
}
