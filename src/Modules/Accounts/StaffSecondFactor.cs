using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Accounts;

/// <summary>Whether staff need a second factor beside their password, from <c>Accounts__StaffSecondFactor</c>.</summary>
internal sealed record StaffSecondFactor(bool IsRequired)
{
    /// <exception cref="WrongConfiguration">It is neither <c>required</c> nor <c>offered</c>.</exception>
    public static StaffSecondFactor From(IConfiguration configuration, IHostEnvironment environment) => configuration["Accounts:StaffSecondFactor"] switch
    {
        // The sample accounts stand on the console with their passwords: a telephone to try them would help nobody.
        null => new(!environment.IsDevelopment()),
        "required" => new(true),
        "offered" => new(false),
        var other => throw new WrongConfiguration("Accounts__StaffSecondFactor", $"「{other}」は使えません。required か offered を指定してください。"),
    };
}

/// <summary>Asks for the setting at the start, so that a wrong one stops it.</summary>
internal sealed class CheckSettings(StaffSecondFactor factor) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(factor.IsRequired);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
