using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages;

/// <summary>
/// Says what happened and what to do, never why. It answers whatever the method was, keeps the status and touches no
/// database, because that may be what failed.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[OutsideTransaction]
internal sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    private static readonly Dictionary<int, (string Heading, string Sentence)> Words = new()
    {
        [400] = ("送信を受け取れませんでした", "ページを開いてから時間がたったか、送信がとちゅうで切れました。前のページを開き直して、もう一度送ってください。"),
        [401] = ("サインインしてください", "この画面は職員だけが使います。サインインすると開けます。"),
        [403] = ("この画面を開く権限がありません", "必要なときは、館長または本部の担当者に権限を頼んでください。"),
        [404] = ("ページが見つかりません", "アドレスがちがうか、掲載が終わりました。下からさがしてください。"),
        [405] = ("この開き方はできません", "ページをもう一度開いて、画面のボタンから進んでください。"),
        [409] = ("ほかの人が先に変更しました", "ページを開き直して、いまの内容を確かめてください。"),
        [413] = ("ファイルが大きすぎます", "ファイルを分けて、もう一度送ってください。"),
        [429] = ("操作が続いたため、お待ちいただいています", "1分ほど待って、もう一度お試しください。"),
        [500] = ("ページを表示できませんでした", "こちらの不具合です。少し待って、もう一度お試しください。急ぐときは館に電話してください。"),
        [503] = ("いま混み合っています", "少し待って、もう一度開いてください。急ぐときは館に電話してください。"),
    };

    private static readonly (string, string) Unaudited = ("いま表示できません", "だれが見たかの記録を残せないため、表示を止めました。少し待って、もう一度開いてください。");

    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    /// <summary>Stands in the log too; only where the fault is ours.</summary>
    public string? Id { get; private set; }

    public bool FromStaff { get; private set; }

    /// <summary>Not a handler, because those answer to one method each.</summary>
    [NonHandler]
    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        int? status = int.TryParse(RouteData.Values["status"]?.ToString(), CultureInfo.InvariantCulture, out var asked) ? asked : null;
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var code = failed is not null ? failed.Error is AuditUnavailable || AppDatabase.IsUnavailable(failed.Error) ? 503 : 500 : status ?? 500;
        code = code is < 400 or > 599 ? 404 : code;
        Response.StatusCode = code;
        (Heading, Sentence) = failed?.Error is AuditUnavailable ? Unaudited : Words.GetValueOrDefault(code, Words[code < 500 ? 400 : 500]);
        var from = failed?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        FromStaff = from?.StartsWith("/staff", StringComparison.OrdinalIgnoreCase) is true;
        if (code >= 500)
        {
            Id = HttpContext.TraceIdentifier;
            log.LogError("Answered {Status}; the visitor was told the number {Id}", code, Id);
        }
    }
}
