using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>One address the program answers at.</summary>
/// <param name="Route">As written, with parameters: <c>/courses/{id:guid}</c>.</param>
/// <param name="Who"><c>anyone</c>, the permission's key, or <c>signed-in</c>.</param>
/// <param name="Methods">GET and POST, as far as handled.</param>
/// <param name="Model">The PageModel; null where it is not a page.</param>
public sealed partial record Address(string Route, string Who, string Methods, Type? Model)
{
    /// <summary>As a row of pages.tsv.</summary>
    public string Row => $"{Route}\t{Who}\t{Methods}";

    /// <summary>The route without the names and constraints of its parameters.</summary>
    public string Shape => Parameter().Replace(Route.ToLowerInvariant(), "{}");

    /// <summary>The route with <c>{id}</c> for each of its parameters.</summary>
    public string Kind => Whole().Replace(Route, "{id}");

    /// <summary>Whether a path could be the route's, as far as its parameters do not decide it.</summary>
    public bool IsAt(string path) => Regex.IsMatch(path, "^" + Whole().Replace(Route, "[^/]+") + "$", RegexOptions.IgnoreCase);

    /// <summary>The route table: what the running program answers at.</summary>
    public static async Task<IReadOnlyList<Address>> AllAsync(KominkanApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var all = new List<Address>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor)
            {
                var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
                var model = page.ModelTypeInfo!;
                var methods = page.HandlerMethods.Where(h => !h.MethodInfo.Name.StartsWith("OnPageHandler", StringComparison.Ordinal)).Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Distinct().Order(StringComparer.Ordinal);
                all.Add(new(route, WhoIn(model.GetCustomAttributes(true)), string.Join(' ', methods), model.AsType()));
            }
            else if (!endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor" or "FallbackMetadata"))
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
                all.Add(new(route, WhoIn([.. endpoint.Metadata]), string.Join(' ', methods.Order(StringComparer.Ordinal)), null));
            }
        }

        return all;
    }

    private static string WhoIn(object[] attributes)
    {
        if (attributes.OfType<IAllowAnonymous>().Any())
        {
            return "anyone";
        }

        var demands = attributes.OfType<IAuthorizeData>().ToList();
        return demands.Count == 0 ? "nobody said" : string.Join('+', demands.Select(d => d.Policy ?? "signed-in").Order(StringComparer.Ordinal));
    }

    // Braces of a constraint are doubled.
    [GeneratedRegex(@"\{(?:[^{}]|\{\{|\}\})*\}")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
