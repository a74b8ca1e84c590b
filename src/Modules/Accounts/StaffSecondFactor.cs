using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Accounts;

/// <summary>Whether staff need a second factor beside their password, from <c>Accounts__StaffSecondFactor</c>.</summary>
internal sealed record StaffSecondFactor(bool IsRequired) : ISettings
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
