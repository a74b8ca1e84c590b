using Microsoft.AspNetCore.Mvc;

namespace Kominkan.SharedKernel;

/// <summary>
/// A rule of the business said no. The message is the sentence the user reads; the transaction is rolled back and
/// the form shown again with what was typed.
/// </summary>
/// <param name="sentence">What is wrong and what to do, in Japanese.</param>
/// <param name="field">Name of the input the sentence belongs to, as in the form (<c>Input.Phone</c>), or null for the page.</param>
public sealed class RuleBroken(string sentence, string? field = null) : Exception(sentence)
{
    public string? Field { get; } = field;
}

/// <summary>A page with a form: asked to load what it shows whenever its POST was refused.</summary>
public interface IFormPage
{
    /// <summary>Loads what the page shows beside the input. Returns a result to leave the page (404), or null to show it.</summary>
    Task<IActionResult?> LoadAsync();
}

/// <summary>
/// The page's POST opens its own transactions, because it hashes a password, waits or sends: the one writer of SQLite
/// must not be held meanwhile.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutsideTransactionAttribute : Attribute;
