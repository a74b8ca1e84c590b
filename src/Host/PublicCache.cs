using Microsoft.AspNetCore.OutputCaching;

namespace Kominkan.Host;

/// <summary>
/// Keeps the pages everybody may see for a minute, until a module evicts their tag after a change. Who is signed in
/// gets the page fresh, because the header carries their name. <c>PublicCache__Seconds</c>: 0 keeps nothing.
/// </summary>
internal static class PublicCache
{
    public static void AddPublicCache(this IServiceCollection services, IConfiguration configuration)
    {
        var seconds = configuration["PublicCache:Seconds"] is not { } text ? 60
            : int.TryParse(text, out var number) && number is >= 0 and <= 3600 ? number
            : throw new WrongConfiguration("PublicCache__Seconds", $"「{text}」は使えません。0から3600までの秒数を指定してください。");
        services.AddOutputCache(o =>
        {
            o.SizeLimit = 32 << 20;
            o.AddBasePolicy(new Policy(TimeSpan.FromSeconds(seconds)));
        });
        services.AddSingleton<IPublicPages, Pages>();
    }

    private sealed class Pages(IOutputCacheStore store) : IPublicPages
    {
        public ValueTask EvictAsync(string tag) => store.EvictByTagAsync(tag, CancellationToken.None);
    }

    private sealed class Policy(TimeSpan keep) : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>();
            var anonymous = keep > TimeSpan.Zero && page is not null && HttpMethods.IsGet(request.Method) && !request.Cookies.ContainsKey(PublicPage.SignedInCookie) && !request.Cookies.ContainsKey(PublicPage.SecurePrefix + PublicPage.SignedInCookie) && !request.Cookies.ContainsKey(PublicPage.MessageCookie);
            (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (anonymous, anonymous, anonymous, true);
            context.CacheVaryByRules.QueryKeys = "*";
            context.ResponseExpirationTimeSpan = keep;
            foreach (var tag in page?.Tags ?? [])
            {
                context.Tags.Add(tag);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
            return ValueTask.CompletedTask;
        }
    }
}
