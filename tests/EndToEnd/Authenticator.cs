namespace Kominkan.EndToEnd;

/// <summary>Chromium's own virtual authenticator, and where it works.</summary>
internal static class Authenticator
{
    /// <summary>A device that unlocks itself, as a finger on the reader would.</summary>
    public static async Task<Visit> WithAuthenticatorAsync(this Visit visit)
    {
        var devTools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return visit;
    }

    /// <summary>Passkeys belong to a name, not to a number: the same program, by its name (<c>Site:BaseUrl</c> says it too).</summary>
    public static string At(KominkanApp app, string path) => new UriBuilder(app.Address) { Host = "localhost", Path = path }.Uri.ToString();
}
