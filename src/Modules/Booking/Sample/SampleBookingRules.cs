using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Sample;

/// <summary>
/// Rules of the sample city. How early one may book and when it opens is what Kumamoto's halls have published; bands, prices,
/// terms and the permit's form are made up and say so.
/// </summary>
internal sealed class SampleBookingRules(BookingDb db, IHallDirectory halls, IRooms rooms, RuleBook book, AppDatabase database) : ISampleLife
{
    private const string Table = "公民館条例 別表（見本）";

    /// <summary>The day the sample city's rooms are valid from.</summary>
    private static readonly DateOnly Since = new(2012, 4, 1);

    /// <summary>After the halls, and part of the city itself: a sample of a whole fiscal year stands on it too.</summary>
    public int Order => 15;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        if (await db.Bands.AnyAsync(cancellation))
        {
            return;
        }

        db.Bands.AddRange(TimeBand.Set(null, "午前", new(9, 0), new(12, 0), Since, true), TimeBand.Set(null, "午後", new(13, 0), new(17, 0), Since, true), TimeBand.Set(null, "夜間", new(18, 0), new(22, 0), Since, true));
        db.Windows.AddRange(
            BookingWindow.Set(UserClass.Group, HireProduct.Band, 4, null, new(12, 0), new(8, 30), Since),
            BookingWindow.Set(UserClass.Group, HireProduct.Hourly, 2, null, new(12, 0), new(8, 30), Since),
            BookingWindow.Set(UserClass.Individual, HireProduct.Band, null, 14, new(12, 0), new(8, 30), Since),
            BookingWindow.Set(UserClass.Individual, HireProduct.Hourly, null, 14, new(12, 0), new(8, 30), Since));
        db.CancelTerms.AddRange(
            CancelTerm.Set(7, 0, 10, "公民館条例施行規則（見本）", Since, true),
            CancelTerm.Set(0, 50, 10, "公民館条例施行規則（見本）", Since, true));
        db.PointRules.AddRange(
            PointRule.Set(PointKind.NoShow, 0, 2, 12, "公民館条例施行規則（見本）", Since, true),
            PointRule.Set(PointKind.LateCancel, 1, 1, 12, "公民館条例施行規則（見本）", Since, true));
        db.PointLimits.Add(PointLimit.Set(4, 3, "公民館条例施行規則（見本）", Since, true));
        db.Surcharges.AddRange(
            Surcharge.Set(null, "市外の方の利用", SurchargeTrigger.Asked, SurchargeUnit.Percent, 100, null, 10, Table, Since, true),
            Surcharge.Set(null, "入場料や会費を取る利用", SurchargeTrigger.Asked, SurchargeUnit.Percent, 50, null, 10, Table, Since, true),
            Surcharge.Set(null, "冷暖房", SurchargeTrigger.Asked, SurchargeUnit.Hour, 100, null, 10, Table, Since, true));
        db.Reductions.AddRange(
            Reduction.Set("社会教育関係団体", null, "社会教育の活動", FeeItem.Room, 50, 10, "団体登録証", "公民館条例施行規則（見本）", Since, true),
            Reduction.Set("障がいのある方の団体", null, null, null, 100, 10, "手帳か登録証", "公民館条例施行規則（見本）", Since, true));
        db.Roundings.Add(Rounding.Set(10, "公民館条例（見本）", Since, true));
        db.PermitForms.Add(PermitForm.Set("公民館利用許可書", "様式第2号（見本）", "熊本市長", "利用の権利を人に譲らないこと。\n許可した目的のほかに使わないこと。\n使ったあとは、もとのように片づけること。\n火の始末をし、人数を窓口に知らせること。", Since, true));
        var profit = RefusalReason.Set("23-1", "営利を目的とした利用にあたるため", "社会教育法第23条第1項第1号", Since, true);
        var party = RefusalReason.Set("23-2", "特定の政党や候補者のための利用にあたるため", "社会教育法第23条第1項第2号", Since, true);
        var religion = RefusalReason.Set("23-3", "特定の宗教のための利用にあたるため", "社会教育法第23条第2項", Since, true);
        db.RefusalReasons.AddRange(
            profit,
            party,
            religion,
            RefusalReason.Set("JO-1", "公の秩序を害するおそれがあるため", "公民館条例第5条第1号（見本）", Since, true),
            RefusalReason.Set("JO-2", "館の管理に支障があるため", "公民館条例第5条第2号（見本）", Since, true));
        string[] kinds = ["学習・文化活動", "スポーツ・健康", "会議・打合せ", "子ども・子育て", "地域の集まり", "その他"];
        db.Purposes.AddRange(kinds.Select(k => PurposeKind.Set(k, null, Since, true)));
        db.Purposes.AddRange(PurposeKind.Set("営利目的の事業", profit, Since, true), PurposeKind.Set("特定の政党の活動", party, Since, true), PurposeKind.Set("特定の宗教の布教", religion, Since, true));
        const string ties = "公民館条例施行規則（見本）";
        string[] live = ["市内に住んでいる", "市内で働いている", "市内の学校に通っている", "市内に事業所がある"];
        db.Ties.AddRange(live.Select((name, n) => TieRule.Set(n + 1, name, TieAccess.Anywhere, null, null, null, ties, Since, true)));
        db.Ties.AddRange(
            TieRule.Set(5, "市内で活動している", TieAccess.Anywhere, 12, "団体の会則、会員名簿、活動の記録", null, ties, Since, true),
            TieRule.Set(9, "どれにもあてはまらない（市外）", TieAccess.Anywhere, null, null, "市外の方の利用", ties, Since, true));
        db.RefusalForms.Add(RefusalForm.Set("公民館利用不許可決定通知書", "様式第3号（見本）", "熊本市長", "この決定に不服があるときは、決定を知った日の翌日から3か月以内に、市長に審査請求をすることができます。\n審査請求とは別に、決定を知った日の翌日から6か月以内に、市を被告として（市長が市を代表します）、裁判所に取消しの訴えを起こすことができます。", Since, true));
        foreach (var hall in (await halls.GetAsync(cancellation)).All)
        {
            db.Equipment.AddRange(
                Equipment.Set(hall.Id, "プロジェクター", 2, 500, EquipmentUnit.Use, Table, Since, true),
                Equipment.Set(hall.Id, "放送設備", 1, 300, EquipmentUnit.Band, Table, Since, true));
            db.Prices.AddRange((await rooms.OfHallAsync(hall.Id, cancellation)).Where(r => !r.IsLibrary).SelectMany(PricesOf));
        }

        await db.SaveChangesAsync(cancellation);
        database.AfterCommit(() =>
        {
            book.Forget();
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>By the size of the room; all day is cheaper than its bands, morning and evening together have no price of their own.</summary>
    private static IEnumerable<RoomPrice> PricesOf(Room room)
    {
        var morning = Math.Max(1, room.Capacity / 12) * 100;
        var (afternoon, evening) = (morning * 4 / 3 / 10 * 10, morning * 3 / 2 / 10 * 10);
        yield return RoomPrice.Set(room, "午前", morning, Table, Since, true);
        yield return RoomPrice.Set(room, "午後", afternoon, Table, Since, true);
        yield return RoomPrice.Set(room, "夜間", evening, Table, Since, true);
        yield return RoomPrice.Set(room, "午前・午後・夜間", (morning + afternoon + evening) * 9 / 10 / 10 * 10, Table, Since, true);
        yield return RoomPrice.Set(room, RoomPrice.Hour, Math.Max(50, morning / 2 / 10 * 10), Table, Since, true);
    }
}
