using Kominkan.SharedKernel.Ui;

namespace Kominkan.Privacy;

/// <summary>Why: chosen, never typed, so that no name gets into the audit.</summary>
internal static class Reasons
{
    public static readonly IReadOnlyList<Choice> Access = [new("本人からの開示の請求", "本人からの開示の請求"), new("代理人からの開示の請求", "代理人からの開示の請求"), new("訂正のための確認", "訂正のための確認"), new("漏えいの調査", "漏えいの調査")];

    public static readonly IReadOnlyList<Choice> Erasure = [new("本人からの消去の請求", "本人からの消去の請求"), new("代理人からの消去の請求", "代理人からの消去の請求"), new("誤って登録したため", "誤って登録したため")];

    public static string? Of(IReadOnlyList<Choice> choices, string? given) => choices.FirstOrDefault(c => c.Value == given)?.Value;
}
