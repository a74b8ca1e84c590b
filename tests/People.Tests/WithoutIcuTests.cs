namespace Kominkan.People.Tests;

public sealed class WithoutIcuTests
{
    [Fact]
    public async Task Keys_made_here_are_those_a_machine_without_icu_makes()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillSampleAsync();
        await app.PersonAsync(Clerk.Nakamura with { FamilyName = "\uFA19田ｶﾞ①㈱", CardName = "NGUYỄN Ｔhị Ａn", FamilyKana = "ｳﾞｧｲｵﾘﾝ", Mail = "Keiko@example.jp" });
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(
            new Dictionary<string, string?>(app.Settings) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "0" }, "verify");
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("さがすための言葉は、記録から作り直したものと同じである", output, StringComparison.Ordinal);
    }
}
