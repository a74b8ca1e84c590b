using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel.Tests.Ui;

/// <summary>The tag helpers on pages of the whole program; the two pages themselves stand in <c>Pages/Ui</c>.</summary>
public sealed class UiTests : IAsyncLifetime
{
    private KominkanApp app = null!;

    public async Task InitializeAsync() => app = await KominkanApp.StartAsync(builder =>
    {
        var parts = builder.Services.AddRazorPages().PartManager.ApplicationParts;
        var here = typeof(UiTests).Assembly;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(here).GetApplicationParts(here).Where(p => parts.All(o => o.Name != p.Name || o.GetType() != p.GetType())))
        {
            parts.Add(part);
        }
    });

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_box_has_a_label_its_word_of_duty_a_hint_and_the_value_of_the_model()
    {
        var page = await app.Visitor.OpenAsync("/test/form");
        var phone = page.Find("#Input_Phone");
        Assert.Equal(("tel", "Input.Phone", "096-000-0000", "tel", "numeric"), (phone.GetAttribute("type"), phone.GetAttribute("name"), phone.GetAttribute("value"), phone.GetAttribute("autocomplete"), phone.GetAttribute("inputmode")));
        Assert.Equal("電話番号 ※必須", page.Find("label[for=Input_Phone]").TextContent);
        Assert.Equal("例：090-0000-1234", page.Find("#" + phone.GetAttribute("aria-describedby")).TextContent);
        Assert.Null(phone.GetAttribute("aria-invalid"));
        Assert.Equal("人数 任意", page.Find("label[for=Input_Count]").TextContent);
        Assert.Equal(("text", "numeric", "12"), (page.Find("#Input_Count").GetAttribute("type"), page.Find("#Input_Count").GetAttribute("inputmode"), page.Find("#Input_Count").GetAttribute("value")));
        Assert.Equal(("date", "2026-12-05"), (page.Find("#Input_Day").GetAttribute("type"), page.Find("#Input_Day").GetAttribute("value")));
        Assert.Equal(("time", "09:30"), (page.Find("#Input_Starts").GetAttribute("type"), page.Find("#Input_Starts").GetAttribute("value")));
        Assert.Equal("一行目\n二行目 <b>", page.Find("form[method=post] textarea").TextContent);
        Assert.Equal(("password", ""), (page.Find("#Input_Secret").GetAttribute("type"), page.Find("#Input_Secret").GetAttribute("value")));
        Assert.Null(page.Document.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Choices_show_what_is_chosen_and_their_first_has_the_name_of_the_property()
    {
        var page = await app.Visitor.OpenAsync("/test/form");
        Assert.Equal(["", "1", "2"], page.Document.QuerySelectorAll("#Input_Hall option").Select(o => o.GetAttribute("value")));
        Assert.Equal("2", page.Find("#Input_Hall option[selected]").GetAttribute("value"));
        Assert.Equal("Phone", page.Find("[name='Input.Channel'][checked]").GetAttribute("value"));
        Assert.Equal("Web", page.Find("#Input_Channel").GetAttribute("value"));
        Assert.Equal(["music"], page.Document.QuerySelectorAll("[type=checkbox][name='Input.Tags'][checked]").Select(o => o.GetAttribute("value")!));
        Assert.True(page.Find("#Input_Agree").HasAttribute("checked"));
    }

    [Fact]
    public async Task A_birthday_is_shown_in_its_era()
    {
        var page = await app.Visitor.OpenAsync("/test/form");
        Assert.Equal("令和", page.Find("#Input_Birth option[selected]").GetAttribute("value"));
        Assert.Equal(["1", "5", "3"], page.Document.QuerySelectorAll(".era-date input").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_refused_form_keeps_every_answer_and_says_the_same_words_above_and_beside()
    {
        var form = await app.Visitor.OpenAsync("/test/form");
        var page = await app.Visitor.SubmitAsync(form, new { Phone = "", Count = "十二", Hall = "", Channel = "Web", Birth__Era = "昭和", Birth__Year = "三十", Birth__Month = "4", Birth__Day = "31", Agree = "false", Memo = "\n空行から" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("エラー：", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("入力内容を4か所確認してください", page.Find(".error-summary .title").TextContent);
        Assert.Equal("DIV", page.Find("main").FirstElementChild!.TagName);
        foreach (var link in page.Document.QuerySelectorAll(".error-summary li a"))
        {
            var box = page.Find(link.GetAttribute("href")!);
            Assert.Equal("true", box.GetAttribute("aria-invalid"));
            Assert.Contains(box.GetAttribute("aria-describedby")!.Split(' '), id => page.Find("#" + id).TextContent == link.TextContent);
        }

        // In the order of the boxes.
        Assert.Equal("電話番号を入力してください", page.Errors.First());
        Assert.Equal("館を選んでください", page.Errors.ElementAt(2));
        Assert.Equal("生年月日は、昭和30年4月5日のように、ある日を入力してください", page.Errors.Last());
        Assert.Equal(("", "十二", ""), (Value(page, "Phone"), Value(page, "Count"), page.Find("#Input_Hall option").GetAttribute("value")));
        Assert.Equal(("三十", "4", "31"), (Value(page, "Birth_Year"), Value(page, "Birth_Month"), Value(page, "Birth_Day")));
        Assert.Equal("昭和", page.Find("#Input_Birth option[selected]").GetAttribute("value"));
        Assert.Equal("Web", page.Find("[name='Input.Channel'][checked]").GetAttribute("value"));
        Assert.False(page.Find("#Input_Agree").HasAttribute("checked"));
        Assert.Equal("\n空行から", page.Find("form[method=post] textarea").TextContent.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_is_said_with_the_label_of_its_box()
    {
        var form = await app.Visitor.OpenAsync("/test/form");
        var page = await app.Visitor.SubmitAsync(form, new { Channel = "", Starts = "25:00", Day = "あした", Count = "1,00" });
        Assert.Equal(["人数の「1,00」が読み取れません。書き方を確かめてください", "日にちの「あした」が読み取れません。書き方を確かめてください", "開始の「25:00」が読み取れません。書き方を確かめてください", "受け付け方を選んでください"], page.Errors);
        Assert.Equal("受け付け方を選んでください", page.Find("#Input_Channel-error").TextContent);
        Assert.Equal(["受け付け方を選んでください"], (await app.Visitor.SubmitAsync(form, new { Channel = "手紙" })).Errors);
    }

    [Fact]
    public async Task A_broken_rule_stands_at_its_box()
    {
        var form = await app.Visitor.OpenAsync("/test/form");
        var page = await app.Visitor.SubmitAsync(form, new { Phone = "110" });
        Assert.Equal(["この番号には連絡できません。別の番号を入力してください"], page.Errors);
        Assert.Equal("110", Value(page, "Phone"));
        page = await app.Visitor.SubmitAsync(page, new { Phone = "096-000-0001", Birth__Year = "20" });
        Assert.Equal(["生年月日が先の日になっています。確かめてください"], page.Errors);
        Assert.Equal("20", Value(page, "Birth_Year"));
    }

    [Fact]
    public async Task An_empty_date_is_asked_for_and_a_date_in_wide_digits_is_read()
    {
        var form = await app.Visitor.OpenAsync("/test/form");
        var page = await app.Visitor.SubmitAsync(form, new { Birth__Year = "", Birth__Month = "", Birth__Day = "" });
        Assert.Equal(["生年月日を入力してください"], page.Errors);
        page = await app.Visitor.SubmitAsync(page, new { Birth__Era = "昭和", Birth__Year = "３０", Birth__Month = "４", Birth__Day = "５" });
        Assert.Empty(page.Errors);
        Assert.Equal("保存しました（昭和30年4月5日（火）、music、True）", page.Find(".notice-line").TextContent.Trim());
    }

    [Fact]
    public async Task What_was_saved_is_said_once()
    {
        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/test/form"), new { Phone = "096-000-0002" });
        Assert.Equal("status", page.Find(".notice-line").GetAttribute("role"));
        Assert.Null((await app.Visitor.OpenAsync("/test/form")).Document.QuerySelector(".notice-line"));
    }

    [Fact]
    public async Task A_form_that_searches_demands_nothing_and_a_form_that_sends_leaves_the_checking_to_the_server()
    {
        var page = await app.Visitor.OpenAsync("/test/form");
        Assert.Null(page.Document.QuerySelector("form.filters .mark"));
        Assert.False(page.Find("form.filters").HasAttribute("novalidate"));
        Assert.True(page.Find("main form[method=post]").HasAttribute("novalidate"));
    }

    [Fact]
    public async Task Panels_say_where_one_is_what_was_answered_and_what_came_of_it()
    {
        Assert.Equal("手順2/4 参加する方", (await app.Visitor.OpenAsync("/test/form")).Heading);
        var page = await app.Visitor.OpenAsync("/test/parts");
        Assert.Equal(["お名前", "受付"], page.Document.QuerySelectorAll(".summary dt").Select(d => d.TextContent));
        Assert.Equal("変更：お名前", page.Find(".summary a").TextContent);
        Assert.Single(page.Document.QuerySelectorAll(".summary a"));
        Assert.Equal("受付番号 1234-5678", page.Find(".result .number").TextContent);
        Assert.Equal("条件に合う講座はありません", page.Find(".empty .title").TextContent);
    }

    [Fact]
    public async Task A_pager_keeps_the_query_and_one_page_needs_none()
    {
        var page = await app.Visitor.OpenAsync("/test/parts?q=%E6%9C%A8&q=2&p=3");
        var pager = Assert.Single(page.Document.QuerySelectorAll(".pager"));
        Assert.Equal("/test/parts?q=%E6%9C%A8&q=2&p=4", pager.QuerySelector("[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/test/parts?q=%E6%9C%A8&q=2", pager.QuerySelector(".no a")!.GetAttribute("href"));
        Assert.Equal("ページ3", pager.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal(["1", "2", "3", "4", "5", "9"], pager.QuerySelectorAll(".no").Select(l => l.TextContent[3..]));
    }

    [Fact]
    public async Task A_sorted_column_says_so_and_turns_round()
    {
        var page = await app.Visitor.OpenAsync("/test/parts?sort=date&p=2");
        Assert.Equal("ascending", page.Find("th").GetAttribute("aria-sort"));
        Assert.Equal("/test/parts?sort=date&desc=true", page.Find("th a").GetAttribute("href"));
        Assert.Null(page.Document.QuerySelectorAll("th")[1].GetAttribute("aria-sort"));
        Assert.Equal("/test/parts?sort=name", page.Document.QuerySelectorAll("th")[1].QuerySelector("a")!.GetAttribute("href"));
        page = await app.Visitor.OpenAsync("/test/parts?sort=date&desc=true");
        Assert.Equal("descending", page.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task A_chart_has_its_sentence_the_drawing_and_the_same_numbers_as_a_table()
    {
        var page = await app.Visitor.OpenAsync("/test/parts");
        foreach (var chart in page.Document.QuerySelectorAll(".chart"))
        {
            Assert.NotEqual("", chart.QuerySelector("figcaption")!.TextContent);
            Assert.Equal("img", chart.QuerySelector("svg.plot")!.GetAttribute("role"));
            Assert.Equal(["120人", "60人", "－", "90人", "30人", "0人"], chart.QuerySelectorAll("td.num").Select(d => d.TextContent));
            Assert.Empty(chart.QuerySelectorAll("[style]"));
        }

        var bars = page.Document.QuerySelectorAll(".chart")[0].QuerySelectorAll(".plot > rect").Select(r => r.GetAttribute("width"));
        Assert.Equal(["45%", "22.5%", "0%", "33.75%", "11.25%", "0%"], bars);
        Assert.Equal(page.Document.QuerySelectorAll("[id]").Length, page.Document.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Long_work_says_how_far_it_is_and_stops_asking_when_it_is_done()
    {
        var panels = (await app.Visitor.OpenAsync("/test/parts")).Document.QuerySelectorAll(".progress");
        Assert.Equal("400行のうち120行（30％）", panels[0].QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(("3", null), (panels[0].GetAttribute("data-poll"), panels[1].GetAttribute("data-poll")));
        Assert.Equal("終わりました（400件）", panels[1].QuerySelector("[role=status]")!.TextContent);
    }

    private static string? Value(Page page, string box) => page.Find("#Input_" + box).GetAttribute("value");
}
