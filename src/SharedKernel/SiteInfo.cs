namespace Kominkan.SharedKernel;

/// <summary>What the site calls itself, from <c>Site__Name</c>, <c>Site__City</c> and <c>Site__BaseUrl</c>.</summary>
public sealed record SiteInfo(string Name, string City, string BaseUrl)
{
    public bool IsHttps => BaseUrl.StartsWith("https:", StringComparison.Ordinal);

    /// <summary>The name a cookie has here: over https the prefix makes browsers refuse it from other hosts, paths and plain http.</summary>
    public string Cookie(string name) => IsHttps ? PublicPage.SecurePrefix + name : name;
}
