namespace Kominkan.Host;

/// <summary>The headers every answer carries; no page has inline scripts or styles.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Content = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Pages about somebody: no browser and no proxy keeps them.</summary>
    private static readonly string[] Private = ["/staff", "/my", "/sign-in", "/sign-out"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsPost(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (Private.Any(p => context.Request.Path.StartsWithSegments(p)))
        {
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
