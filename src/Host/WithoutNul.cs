using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Kominkan.Host;

/// <summary>
/// Text comes in without NUL, which nobody types and PostgreSQL refuses even in a question. Everything else about a text
/// is cleaned where it is stored.
/// </summary>
internal sealed class WithoutNul : IModelBinderProvider
{
    public static void Use(MvcOptions options) =>
        options.ModelBinderProviders.Insert(options.ModelBinderProviders.IndexOf(options.ModelBinderProviders.OfType<SimpleTypeModelBinderProvider>().Single()), new WithoutNul());

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;

    private sealed class Binder(SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string typed } && typed.Contains('\0', StringComparison.Ordinal))
            {
                bindingContext.Result = ModelBindingResult.Success(typed.Replace("\0", "", StringComparison.Ordinal));
            }
        }
    }
}
