using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;

namespace Kominkan.Host;

/// <summary>
/// A form with NUL in it is none to the framework, and everything that was typed would be lost. It is read without NUL;
/// <see cref="PostFilter"/> keeps nothing of it, and shows it again with a sentence. One that cannot be read at all is empty.
/// </summary>
internal sealed class FormsWithoutNul : IAsyncResourceFilter
{
    /// <summary>In memory up to the longest body that is taken: what people typed does not go to a file on the way.</summary>
    private const int LongestBody = 10 << 20;

    /// <summary>Whether something was left out of the form.</summary>
    public static bool LeftOut(HttpContext context) => context.Items.ContainsKey(typeof(FormsWithoutNul));

    /// <summary>Whether the form could be read.</summary>
    public static bool IsReadable(HttpContext context) => !context.Items.ContainsKey(typeof(IFormCollection));

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            var isPlain = request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
            try
            {
                if (isPlain)
                {
                    request.EnableBuffering(LongestBody);
                }

                await request.ReadFormAsync(context.HttpContext.RequestAborted);
            }
            catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                // Whoever binds the form meets it again, and the error page says so.
            }
            catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
            {
                // It has NUL in it, is cut off, or in an encoding nobody takes.
                if (e is not InvalidDataException || !isPlain || !await ReadAsync(request))
                {
                    request.Form = FormCollection.Empty;
                    context.HttpContext.Items[typeof(IFormCollection)] = e;
                }
            }
        }

        await next();
    }

    private static async Task<bool> ReadAsync(HttpRequest request)
    {
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var (sent, form) = (await reader.ReadToEndAsync(request.HttpContext.RequestAborted), new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>());
        var without = sent.Replace("%00", "", StringComparison.Ordinal);
        if (without.Length == sent.Length)
        {
            return false;
        }

        try
        {
            form = await new FormReader(without).ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // There is more that is wrong with it.
            return false;
        }

        request.Form = new FormCollection(form);
        request.HttpContext.Items[typeof(FormsWithoutNul)] = true;
        return true;
    }
}
