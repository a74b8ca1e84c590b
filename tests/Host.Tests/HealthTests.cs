namespace Kominkan.Host.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Says_that_the_process_and_its_database_are_there()
    {
        await using var app = await KominkanApp.StartAsync();
        Assert.Equal("ok", (await app.Visitor.OpenAsync("/health/live")).Text);
        Assert.Equal("ok", (await app.Visitor.OpenAsync("/health/ready")).Text);
    }
}
