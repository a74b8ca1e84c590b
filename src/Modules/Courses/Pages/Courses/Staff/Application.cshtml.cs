using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>One slip: who, how to reach them, where they stand, and what was said.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationModel(CoursesDb db, CourseLock courseLock, IAudit audit, TimeProvider clock) : ApplicationPage(db, courseLock, audit, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Place among those who wait, from 1; null when nobody of the slip waits in an order.</summary>
    public int? Place { get; private set; }

    public string? SeenNumber { get; private set; }

    public bool CanWithdraw => Application.People.Any(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed));

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        if (Application is { } a)
        {
            Input = new() { Phone = a.Contact.Phone, Mail = a.Contact.Mail, Address = a.Contact.Address, By = a.Contact.By, Note = a.Note };
        }

        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Applications.SingleOrDefaultAsync(a => a.Id == Id) is not { } application)
        {
            return NotFound();
        }

        application.ChangeContact(new() { Phone = JapaneseText.Clean(Input.Phone), Mail = JapaneseText.Clean(Input.Mail), Address = JapaneseText.Clean(Input.Address), By = Input.By });
        application.Note = JapaneseText.Clean(Input.Note);
        await SawAsync(Act.Change, application);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "保存しました");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (Application.In(EnrolmentState.Waiting) > 0 && Course.HasQueueAt(Now) && Application.Rank is { } rank)
        {
            Place = 1 + await Db.Applications.CountAsync(a => a.CourseId == Course.Id && a.Rank < rank && a.People.Any(p => p.State == EnrolmentState.Waiting));
        }

        SeenNumber = Application.SeenDuplicateOf is { } other ? await Db.Applications.Where(a => a.Id == other).Select(a => a.ReceiptNumber).SingleOrDefaultAsync() : null;
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "電話番号")]
        [StringLength(40)]
        public string? Phone { get; set; }

        [Display(Name = "メール")]
        [StringLength(320)]
        [MailAddress]
        public string? Mail { get; set; }

        [Display(Name = "住所")]
        [StringLength(200)]
        public string? Address { get; set; }

        [Display(Name = "結果の知らせ方")]
        public ContactBy By { get; set; }

        [Display(Name = "メモ")]
        [StringLength(2000)]
        [DataType(DataType.MultilineText)]
        public string? Note { get; set; }
    }
}
