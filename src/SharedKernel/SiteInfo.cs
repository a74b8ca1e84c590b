namespace Kominkan.SharedKernel;

/// <summary>What the site calls itself, from <c>Site__Name</c>, <c>Site__City</c> and <c>Site__BaseUrl</c>.</summary>
public sealed record SiteInfo(string Name, string City, string BaseUrl);
