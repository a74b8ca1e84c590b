using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Kominkan.Host;

/// <summary>What the framework says when it cannot read an input, in our words.</summary>
internal static class Wording
{
    public static void Use(MvcOptions options)
    {
        // One look at the form tells everything there is to mend, not the nested boxes first and the rest next time.
        options.ValidateComplexTypesIfChildValidationFails = true;
        var m = options.ModelBindingMessageProvider;
        m.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name}の「{Shorten(value)}」が読み取れません。書き方を確かめてください");
        m.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"「{Shorten(value)}」が読み取れません。書き方を確かめてください");
        m.SetUnknownValueIsInvalidAccessor(name => $"{name}が読み取れません。書き方を確かめてください");
        m.SetNonPropertyUnknownValueIsInvalidAccessor(() => "入力が読み取れません。書き方を確かめてください");
        m.SetValueIsInvalidAccessor(value => $"「{Shorten(value)}」が読み取れません。書き方を確かめてください");
        m.SetValueMustNotBeNullAccessor(_ => "入力してください");
        m.SetValueMustBeANumberAccessor(name => $"{name}は数字で入力してください");
        m.SetNonPropertyValueMustBeANumberAccessor(() => "数字で入力してください");
        m.SetMissingBindRequiredValueAccessor(name => $"{name}を入力してください");
        m.SetMissingKeyOrValueAccessor(() => "入力してください");
        m.SetMissingRequestBodyRequiredValueAccessor(() => "入力してください");
        options.ModelMetadataDetailsProviders.Add(new WithoutName(m));
        options.ModelMetadataDetailsProviders.Add(new RequiredInJapanese());
    }

    /// <summary>Nobody typed it: a form that stood open for too long, or that was tampered with.</summary>
    private const string Reopen = "この画面は古くなっています。ページを開き直して、もう一度入力してください";

    private static string Shorten(string value) => value.Length <= 20 ? value : value[..20] + "…";

    private static bool IsHidden(IEnumerable<object> attributes) => attributes.OfType<HiddenInputAttribute>().Any();

    private static bool IsNamed(IEnumerable<object> attributes) => attributes.OfType<System.ComponentModel.DataAnnotations.DisplayAttribute>().Any(d => d.Name is not null);

    /// <summary>An input whose name stands in the view, or nowhere: the name it has in the code is nothing to read.</summary>
    private sealed class WithoutName(DefaultModelBindingMessageProvider words) : IBindingMetadataProvider
    {
        public void CreateBindingMetadata(BindingMetadataProviderContext context)
        {
            var hidden = IsHidden(context.Attributes);
            if (context.Key.MetadataKind != ModelMetadataKind.Property || (IsNamed(context.Attributes) && !hidden))
            {
                return;
            }

            var m = context.BindingMetadata.ModelBindingMessageProvider = new DefaultModelBindingMessageProvider(words);
            m.SetAttemptedValueIsInvalidAccessor((value, _) => hidden ? Reopen : $"「{Shorten(value)}」が読み取れません。書き方を確かめてください");
            m.SetUnknownValueIsInvalidAccessor(_ => hidden ? Reopen : "入力が読み取れません。書き方を確かめてください");
            m.SetValueMustBeANumberAccessor(_ => hidden ? Reopen : "数字で入力してください");
            m.SetMissingBindRequiredValueAccessor(_ => hidden ? Reopen : "入力してください");
            m.SetValueIsInvalidAccessor(value => hidden ? Reopen : $"「{Shorten(value)}」が読み取れません。書き方を確かめてください");
            m.SetValueMustNotBeNullAccessor(_ => hidden ? Reopen : "入力してください");
            m.SetMissingKeyOrValueAccessor(() => hidden ? Reopen : "入力してください");
        }
    }

    /// <summary>Non-nullable inputs are required by the framework, in English unless somebody says it in Japanese.</summary>
    private sealed class RequiredInJapanese : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            var (hidden, name) = (IsHidden(context.Attributes), IsNamed(context.Attributes) || context.Key.MetadataKind != ModelMetadataKind.Property);
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>().Where(a => a.ErrorMessage is null && a.ErrorMessageResourceName is null))
            {
                var words = attribute switch
                {
                    System.ComponentModel.DataAnnotations.RequiredAttribute => "{0}を入力してください",
                    System.ComponentModel.DataAnnotations.StringLengthAttribute => "{0}は{1}字までで入力してください",
                    System.ComponentModel.DataAnnotations.MaxLengthAttribute => "{0}は{1}字までで入力してください",
                    System.ComponentModel.DataAnnotations.RangeAttribute => "{0}は{1}から{2}までの数で入力してください",
                    System.ComponentModel.DataAnnotations.EmailAddressAttribute => "{0}は name@example.jp のように入力してください",
                    _ => null,
                };
                // An attribute of our own brings its words; to set null here would take them away.
                if (words is not null)
                {
                    attribute.ErrorMessage = hidden ? Reopen : name ? words : words.Replace("{0}を", "", StringComparison.Ordinal).Replace("{0}は", "", StringComparison.Ordinal);
                }
            }
        }
    }
}
