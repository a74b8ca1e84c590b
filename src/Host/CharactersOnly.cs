using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Kominkan.Host;

/// <summary>
/// Text comes in without NUL, which nobody types and PostgreSQL refuses even in a question, and without what is no character
/// at all (U+FFFE, half of a pair), which .NET refuses to fold. Everything else about a text is cleaned where it is stored.
/// </summary>
internal sealed class CharactersOnly : IModelBinderProvider
{
    public static void Use(MvcOptions options) =>
        options.ModelBinderProviders.Insert(options.ModelBinderProviders.IndexOf(options.ModelBinderProviders.OfType<SimpleTypeModelBinderProvider>().Single()), new CharactersOnly());

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;

    private static bool HasNone(string text) => text.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    private static string Without(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half of a pair is read as U+FFFD.
            if (rune.Value is not (0 or 0xFFFE or 0xFFFF))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private sealed class Binder(SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string typed } && HasNone(typed))
            {
                bindingContext.Result = ModelBindingResult.Success(Without(typed));
            }
        }
    }
}
