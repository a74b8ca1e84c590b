using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>電話・はがき連絡表 of one course: who must be told what by hand, and who was told. The rows are messages.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class CallListModel(CoursesDb db, IMessages messages, IAudit audit) : CoursePage(db)
{
    public sealed record Row(MessageToTell Message, Application Application);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var told = await messages.TickOffAsync([.. Rows.Select(r => r.Message.Id).Where(Input.Told.Contains)], User.Identity?.Name ?? "");
        Notice.Say(Response, $"{told}件を連絡済みにしました");
        return Redirect($"{Home}/call-list");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var slips = await Db.Applications.AsNoTracking().Where(a => a.CourseId == Id).ToDictionaryAsync(a => a.Id);
        // What has a deadline comes first.
        Rows = [.. (await messages.ToTellAsync([.. slips.Keys])).Select(m => new Row(m, slips[m.Subject])).OrderBy(r => r.Application.OfferUntil is null).ThenBy(r => r.Application.OfferUntil)];
        await audit.SawAsync(Act.View, "電話・はがき連絡表", Course.HallId, Rows.SelectMany(r => r.Application.People));
        return null;
    }

    public sealed class InputModel
    {
        public List<Guid> Told { get; set; } = [];
    }
}
