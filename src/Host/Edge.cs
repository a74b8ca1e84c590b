using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kominkan.Host;

/// <summary>
/// What is believed of what stands in front: only the site's own name as Host, forwarded addresses only from the proxies
/// the city names, and browsers are told to come back by https for a year.
/// </summary>
internal static class Edge
{
    private const string Setting = "Proxies__Known";

    /// <exception cref="WrongConfiguration">An address of a proxy cannot be read.</exception>
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddHsts(o => (o.MaxAge, o.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        if (builder.Environment.IsProduction() && string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]) && builder.Configuration["Site:BaseUrl"] is { Length: > 0 } site)
        {
            builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [new Uri(site).Host, "localhost", "127.0.0.1", "[::1]"]);
        }

        var proxies = Read(builder.Configuration["Proxies:Known"] ?? "");
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            proxies.ForEach(o.KnownIPNetworks.Add);
        });
    }

    private static List<System.Net.IPNetwork> Read(string addresses)
    {
        var networks = new List<System.Net.IPNetwork>();
        foreach (var text in addresses.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            networks.Add(
                System.Net.IPNetwork.TryParse(text, out var network) ? network
                : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
                : throw new WrongConfiguration(Setting, $"「{text}」は 10.0.0.5 や 10.0.0.0/24 のようなアドレスではありません。"));
        }

        return networks;
    }
}
