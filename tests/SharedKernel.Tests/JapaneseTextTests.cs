using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Kominkan.SharedKernel.Tests;

public sealed class JapaneseTextTests
{
    [Theory]
    [InlineData("\U00020BB7野")] // 𠮷野: outside the basic plane
    [InlineData("葛\U000E0100城")] // a variation selector picks the form of the family register
    [InlineData("山\uFA11")] // 﨑: a compatibility ideograph
    [InlineData("髙橋")]
    [InlineData("か\u3099")] // が as two characters, as a Mac writes it
    [InlineData("👨\u200D👩\u200D👧")]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ")]
    [InlineData("一行目\n\t二行目")]
    public void A_name_is_kept_byte_for_byte(string text) => Assert.Equal(text, JapaneseText.Clean(text));

    [Theory]
    [InlineData("山\0田", "山田")]
    [InlineData("\u202E山田\u202C", "山田")]
    [InlineData("\u2066山田\u2069\u200F\u061C", "山田")]
    [InlineData("山\u200B田\uFEFF\u2060", "山田")]
    [InlineData("　山田 ", "山田")]
    [InlineData("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目")]
    [InlineData("山\uFFFE田\uFFFF", "山田")]
    [InlineData(null, "")]
    public void What_no_name_needs_is_removed(string? text, string clean) => Assert.Equal(clean, JapaneseText.Clean(text));

    [Theory]
    [InlineData("中村\r\n恵\u202E子\v\t様\u2028", "中村 恵子  様 ")]
    [InlineData("葛\U000E0100城 𠮷野 か\u3099 👨\u200D👩\u200D👧 ☎\uFE0F", "葛\U000E0100城 𠮷野 か\u3099 👨\u200D👩\u200D👧 ☎\uFE0F")]
    public void A_box_of_one_line_gives_one_line(string typed, string line) => Assert.Equal(line, JapaneseText.OneLine(typed));

    [Fact]
    public void A_box_of_many_lines_keeps_them() => Assert.Equal("\n第1条\n第2条\t注 ", JapaneseText.ManyLines("\r\n第1条\u0085第2条\t\u2066注\u2069 "));

    [Fact]
    public void Half_a_character_is_removed() => Assert.Equal("山田", JapaneseText.Clean("山\uD842田\uDFB7"));

    [Theory]
    [InlineData("髙橋", "高橋")]
    [InlineData("山\uFA11", "山崎")]
    [InlineData("\U00020BB7野", "吉野")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("渡邉 惠", "渡辺恵")]
    [InlineData("ﾀﾅｶ ﾊﾅｺ", "たなか　はなこ")]
    [InlineData("か\u3099くせい", "ガクセイ")]
    [InlineData("ヴァイオリン", "バイオリン")]
    [InlineData("コンピューター", "ｺﾝﾋﾟｭｰﾀ")]
    [InlineData("キャンプ", "きやんぷ")]
    [InlineData("ＩＴ講座", "it講座")]
    [InlineData("カ゛", "ガ")]
    [InlineData("齋藤", "斎藤")]
    [InlineData("濵邊", "浜辺")]
    [InlineData("𣘺本", "橋本")]
    [InlineData("\uFA19田", "神田")] // a compatibility ideograph
    [InlineData("NGUYỄN", "nguyen")]
    [InlineData("㈱ひご", "(株)ひご")]
    public void Two_spellings_of_one_word_share_a_key(string one, string other) => Assert.Equal(JapaneseText.SearchKey(one), JapaneseText.SearchKey(other));

    [Theory]
    [InlineData("ｶﾞｸｾｲ ①", "ガクセイ1")]
    [InlineData("葛\U000E0100城 髙", "葛城高")]
    [InlineData("ハ\u309Aン ㍍", "パンメトル")]
    [InlineData("é e\u0301 ＡＢ", "EEAB")]
    [InlineData("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af")]
    public void A_key_is_the_same_on_every_machine(string text, string key) => Assert.Equal(key, JapaneseText.SearchKey(text));

    [Fact]
    public void The_table_agrees_with_unicode_where_the_machine_knows_it() =>
        Assert.All(Enumerable.Range(0xA0, 0xFF00 - 0xA0).Concat(Enumerable.Range(0xFF00, 0xF0)).Where(c => c is < 0xD800 or > 0xF8FF).Select(c => ((char)c).ToString()), c =>
            Assert.Equal(WithoutMarks(c.Normalize(System.Text.NormalizationForm.FormKD)), WithoutMarks(JapaneseText.Narrow(c).Normalize(System.Text.NormalizationForm.FormD))));

    private static string WithoutMarks(string text) => string.Concat(text.Where(c => c is '\u3099' or '\u309A' || char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));

    [Theory]
    [InlineData("はし", "ばし")]
    [InlineData("高橋", "橋高")]
    [InlineData("東", "西")]
    public void Different_words_keep_different_keys(string one, string other) => Assert.NotEqual(JapaneseText.SearchKey(one), JapaneseText.SearchKey(other));

    [Theory]
    [InlineData("090-0000-1234", "09000001234")]
    [InlineData("０９０（００００）１２３４", "09000001234")]
    [InlineData("+81 90-0000-1234", "09000001234")]
    [InlineData("+81 (0)90 0000 1234", "09000001234")]
    [InlineData("なし", "")]
    [InlineData(null, "")]
    public void A_telephone_number_is_its_digits(string? text, string key) => Assert.Equal(key, JapaneseText.PhoneKey(text));

    [Theory]
    [InlineData("やまだ ﾀﾛｳ", "ヤマダ タロウ")]
    [InlineData("ﾀﾞｲｺﾞ", "ダイゴ")]
    [InlineData("山田", "山田")]
    public void Kana_become_katakana(string text, string katakana) => Assert.Equal(katakana, JapaneseText.ToKatakana(text));

    [Theory]
    [InlineData("\U00020BB7", 1)]
    [InlineData("👨\u200D👩\u200D👧", 1)]
    [InlineData("葛\U000E0100", 1)]
    [InlineData("公民館", 3)]
    public void Length_is_what_a_reader_counts(string text, int length) => Assert.Equal(length, JapaneseText.Length(text));

    [Property(Arbitrary = [typeof(WhatPeopleType)], MaxTest = 2000)]
    public bool Cleaning_twice_changes_nothing(string text) => JapaneseText.Clean(JapaneseText.Clean(text)) == JapaneseText.Clean(text);

    [Property(Arbitrary = [typeof(WhatPeopleType)], MaxTest = 2000)]
    public bool Clean_text_has_no_control_characters(string text) => JapaneseText.Clean(text).All(c => c is '\n' or '\t' || !char.IsControl(c));

    [Property(Arbitrary = [typeof(WhatPeopleType)], MaxTest = 2000)]
    public bool A_key_is_its_own_key(string text) => JapaneseText.SearchKey(JapaneseText.SearchKey(text)) == JapaneseText.SearchKey(text);

    [Property(Arbitrary = [typeof(WhatPeopleType)], MaxTest = 2000)]
    public bool Cleaning_does_not_change_the_key(string text) => JapaneseText.SearchKey(JapaneseText.Clean(text)) == JapaneseText.SearchKey(text);

    [Property(Arbitrary = [typeof(WhatPeopleType)], MaxTest = 2000)]
    public bool Composed_and_decomposed_text_share_a_key(string text)
    {
        var clean = JapaneseText.Clean(text);
        return JapaneseText.SearchKey(clean.Normalize(System.Text.NormalizationForm.FormD)) == JapaneseText.SearchKey(clean);
    }

    /// <summary>Mixtures of everything that has ever broken a name.</summary>
    private static class WhatPeopleType
    {
        private static readonly string[] Pieces =
        [
            "山", "田", "髙", "高", "\uFA11", "崎", "\U00020BB7", "葛\U000E0100", "\uFA19", "\uF928", "廣", "辺", "邉", "が", "か\u3099", "カ", "ガ", "ｶ", "ﾞ", "ﾟ", "ヴ", "ァ", "ー", "ｰ", "゛", "゜",
            "\u3099", "っ", "ヵ", "ゟ", "ヿ", "㌔", "㈱", "①", "Ａ", "ﬁ", "ß", "İ", "ı", "a", "Z", "0", "０", "-", "−", "・", " ", "　", "\u00A0", "\t", "\n", "\r", "\0", "\u001B", "\u0085", "\u200B", "\u200D",
            "\u200E", "\u202E", "\u2066", "\uFEFF", "\uFE0F", "\uFE00", "👨\u200D👩\u200D👧", "🇯🇵", "\uD842", "\uDFB7", "é", "e\u0301", "Å", "ﾔ", "'", "。", "\uFFFD",
        ];

        public static Arbitrary<string> Strings() =>
            Arb.From(Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(1, 0xFFFF).Select(c => ((char)c).ToString())).ListOf().Select(parts => string.Concat(parts)));
    }
}
