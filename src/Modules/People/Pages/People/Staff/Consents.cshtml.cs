using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>What a person agreed to, purpose by purpose.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ConsentsModel(PeopleDb db, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock)
{
    public static IReadOnlyList<Choice> Choices { get; } = [new("Yes", "同意する"), new("No", "同意しない"), new("", "聞いていない")];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ConsentPurpose> Purposes { get; private set; } = [];

    /// <summary>The latest answer to each purpose.</summary>
    public IReadOnlyDictionary<string, Consent> Latest { get; private set; } = new Dictionary<string, Consent>();

    public string HintOf(ConsentPurpose purpose) => purpose.Effect
        + (Latest.TryGetValue(purpose.Key, out var c) && c.PurposeVersion < purpose.Version ? $"（前の文面に{(c.Given ? "同意" : "不同意")}。文面が変わりました）" : "");

    protected override string What => "同意";

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        Input.Answers = [.. Purposes.Select(p => new InputModel.AnswerInput { Key = p.Key, Given = Latest.TryGetValue(p.Key, out var c) && c.PurposeVersion == p.Version ? c.Given ? "Yes" : "No" : "" })];
        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        foreach (var answer in Input.Answers.Where(a => a.Given is "Yes" or "No"))
        {
            var given = answer.Given == "Yes";
            if (Purposes.FirstOrDefault(p => p.Key == answer.Key) is { } purpose && !(Latest.TryGetValue(purpose.Key, out var last) && last.PurposeVersion == purpose.Version && last.Given == given))
            {
                Db.Consents.Add(new Consent(Id, purpose, given, Now, User.NameOf()));
            }
        }

        await Db.SaveChangesAsync();
        Notice.Say(Response, "同意を保存しました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var purposes = await Db.Purposes.AsNoTracking().OrderBy(p => p.Key).ToListAsync();
        Purposes = [.. purposes.Where(p => p.IsAskedOn(Today))];
        Input.Answers = [.. Purposes.Select(p => Input.Answers.Find(a => a.Key == p.Key) ?? new() { Key = p.Key, Given = "" })];
        Latest = (await Db.Consents.AsNoTracking().Where(c => c.PersonId == Id).ToListAsync()).GroupBy(c => c.PurposeKey).ToDictionary(g => g.Key, g => g.MaxBy(c => (c.At, c.Id))!);
        return null;
    }

    public sealed class InputModel
    {
        [MaxLength(50)]
        public List<AnswerInput> Answers { get; set; } = [];

        public sealed class AnswerInput
        {
            [StringLength(50)]
            public string Key { get; set; } = "";

            public string? Given { get; set; }
        }
    }
}
