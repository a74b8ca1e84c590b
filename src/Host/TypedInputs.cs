using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Kominkan.Host;

/// <summary>
/// Numbers, times and days come in as people type them: １２, 1,000, 9時30分, 令和8年12月5日. What cannot be read is refused
/// with what was typed still in its box. The framework by itself knows no comma, and takes #10 for sixteen.
/// </summary>
internal sealed class TypedInputs : IModelBinderProvider
{
    private static readonly Dictionary<Type, Func<string, object?>> Readers = new()
    {
        [typeof(int)] = text => Typed.Number(text) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null,
        [typeof(long)] = text => Typed.Number(text),
        [typeof(TimeOnly)] = text => Typed.Time(text),
        [typeof(DateOnly)] = text => JapaneseEra.TryParse(text),
    };

    public static void Use(MvcOptions options) =>
        options.ModelBinderProviders.Insert(options.ModelBinderProviders.IndexOf(options.ModelBinderProviders.OfType<SimpleTypeModelBinderProvider>().Single()), new TypedInputs());

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        Readers.TryGetValue(context.Metadata.UnderlyingOrModelType, out var read)
            ? new Binder(read, new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()), context.Metadata.UnderlyingOrModelType is var type && (type == typeof(int) || type == typeof(long)))
            : null;

    private sealed class Binder(Func<string, object?> read, SimpleTypeModelBinder otherwise, bool isNumber) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            var value = string.IsNullOrWhiteSpace(sent.FirstValue) ? null : read(sent.FirstValue);
            if (string.IsNullOrWhiteSpace(sent.FirstValue) || (value is null && !isNumber))
            {
                return otherwise.BindModelAsync(bindingContext);
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
            if (value is null)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, new FormatException(), bindingContext.ModelMetadata);
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }

            return Task.CompletedTask;
        }
    }
}
