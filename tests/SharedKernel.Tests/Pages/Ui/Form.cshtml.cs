using System.ComponentModel.DataAnnotations;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.SharedKernel.Tests.Pages.Ui;

/// <summary>A form with every control, answered by the real program.</summary>
[AllowAnonymous]
internal sealed class FormModel : PageModel, IFormPage
{
    public static readonly Choice[] Halls = [new("1", "中央公民館"), new("2", "五福公民館")];

    public static readonly Choice[] Channels = [new("Web", "インターネット"), new("Phone", "電話", "平日の9時から")];

    public static readonly Choice[] Fields = [new("art", "美術"), new("music", "音楽"), new("body", "体操")];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        Input = new InputModel
        {
            Phone = "096-000-0000",
            Count = 12,
            Day = new DateOnly(2026, 12, 5),
            Starts = new TimeOnly(9, 30),
            Memo = "一行目\n二行目 <b>",
            Secret = "hidden",
            Hall = "2",
            Channel = Channel.Phone,
            Tags = ["music"],
            Birth = EraDate.From(new DateOnly(2019, 5, 3)),
            Agree = true,
        };
    }

    public IActionResult OnPost()
    {
        if (Input.Phone == "110")
        {
            throw new RuleBroken("この番号には連絡できません。別の番号を入力してください", "Input.Phone");
        }

        if (Input.Birth.ToDate() > new DateOnly(2026, 11, 23))
        {
            throw new RuleBroken("生年月日が先の日になっています。確かめてください", "Input.Birth");
        }

        Notice.Say(Response, $"保存しました（{Input.Birth.ToDate()!.Value.Long()}、{string.Join('・', Input.Tags)}、{Input.Agree}）");
        return RedirectToPage();
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    internal enum Channel
    {
        Web,
        Phone,
    }

    internal sealed class InputModel
    {
        [Display(Name = "電話番号")]
        [Required]
        public string Phone { get; set; } = "";

        [Display(Name = "人数")]
        public int? Count { get; set; }

        public DateOnly? Day { get; set; }

        public TimeOnly? Starts { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Memo { get; set; }

        [DataType(DataType.Password)]
        public string? Secret { get; set; }

        [Display(Name = "館")]
        [Required(ErrorMessage = "館を選んでください")]
        public string? Hall { get; set; }

        public Channel Channel { get; set; }

        public List<string> Tags { get; set; } = [];

        [Display(Name = "生年月日")]
        [RequiredDate]
        public EraDate Birth { get; set; } = new();

        public bool Agree { get; set; }
    }
}
