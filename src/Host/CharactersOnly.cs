using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Kominkan.Host;

/// <summary>
/// Text comes in without what no text needs (<see cref="JapaneseText.Clean"/>), and in one line unless its property says
/// <see cref="DataType.MultilineText"/>: a line break or a sign that turns the writing round would spoil every list it
/// stands in. A password stays what it is, but for NUL, which PostgreSQL refuses, and what is no character at all.
/// </summary>
internal sealed class CharactersOnly : IModelBinderProvider
{
    public static void Use(MvcOptions options) =>
        options.ModelBinderProviders.Insert(options.ModelBinderProviders.IndexOf(options.ModelBinderProviders.OfType<SimpleTypeModelBinderProvider>().Single()), new CharactersOnly());

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new Binder(CleanerOf(context.Metadata.DataTypeName), new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;

    private static Func<string, string> CleanerOf(string? kind) => kind switch
    {
        nameof(DataType.MultilineText) => JapaneseText.ManyLines,
        nameof(DataType.Password) => Characters,
        _ => JapaneseText.OneLine,
    };

    private static string Characters(string text)
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

    private sealed class Binder(Func<string, string> clean, SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string typed } && clean(typed) is var kept && kept != typed)
            {
                bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(kept) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : kept);
            }
        }
    }
}
