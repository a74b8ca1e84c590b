using System.Globalization;

namespace Kominkan.Audit.Pages.Audit.Staff;

internal static class Words
{
    public static string Of(Act act) => act switch
    {
        Act.View => "閲覧",
        Act.Search => "検索",
        Act.Export => "出力",
        Act.Print => "印刷",
        _ => "変更",
    };

    public static string Moment(DateTime utc) => utc.InJapan().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
