using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Host.Tests;

/// <summary>A module that is switched off is gone without a trace; one that others need cannot be.</summary>
public sealed class ModuleTests
{
    private static void Off(WebApplicationBuilder builder, params string[] modules)
    {
        foreach (var module in modules)
        {
            builder.Configuration[$"Modules:{module}:Enabled"] = "false";
        }
    }

    [Theory]
    [InlineData("Courses", "/courses", "/staff/courses")]
    [InlineData("Reporting", "/staff/reports")]
    public async Task The_pages_of_a_module_that_is_off_are_gone_and_the_rest_works(string module, params string[] gone)
    {
        await using var app = await KominkanApp.StartAsync(b => Off(b, module));
        foreach (var url in gone)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync(url)).Status);
        }

        var modules = app.Services.GetRequiredService<Modules>();
        Assert.DoesNotContain(modules.Enabled, m => m.Name == module);
        Assert.DoesNotContain(modules.Menu, i => gone.Contains(i.Url));
        var front = await app.Visitor.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, front.Status);
        Assert.DoesNotContain(front.Document.QuerySelectorAll("header a"), a => gone.Contains(a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/halls")).Status);
    }

    [Fact]
    public async Task Without_accounts_the_residents_pages_work_and_the_staffs_are_closed()
    {
        await using var app = await KominkanApp.StartAsync(b => Off(b, "Accounts"));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/halls")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/staff/halls")).Status);
    }

    [Fact]
    public async Task Without_any_module_there_is_still_a_front_page()
    {
        await using var app = await KominkanApp.StartAsync(b => Off(b, "Accounts", "Audit", "Booking", "Cashier", "Courses", "Facilities", "Notifications", "People", "Reporting"));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/")).Status);
    }

    [Fact]
    public async Task A_module_that_another_needs_cannot_be_switched_off()
    {
        var e = await Assert.ThrowsAsync<WrongConfiguration>(() => KominkanApp.StartAsync(b => Off(b, "Facilities")));
        Assert.StartsWith("設定 Modules__Facilities__Enabled: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public async Task Lower_modules_come_first()
    {
        await using var app = await KominkanApp.StartAsync();
        var names = app.Services.GetRequiredService<Modules>().Enabled.Select(m => m.Name).ToList();
        Assert.True(names.IndexOf("Facilities") < names.IndexOf("Courses"));
    }
}
