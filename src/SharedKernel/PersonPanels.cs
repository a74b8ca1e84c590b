namespace Kominkan.SharedKernel;

/// <summary>
/// A part of the one screen of a person: what a module knows of them and what a clerk can do about it. Register it scoped;
/// it is asked in the request's hall scope, in the order of <see cref="Order"/>.
/// </summary>
public interface IPersonPanel
{
    /// <summary>The heading, in Japanese: 講座の申し込み.</summary>
    string Title { get; }

    /// <summary>Position from above, in steps of ten.</summary>
    int Order { get; }

    /// <summary>Key of the permission one must hold somewhere to see it; null for everybody who sees the person.</summary>
    string? Permission => null;

    Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation);
}

/// <summary>A person as other modules know them.</summary>
/// <param name="Id">The record that is shown and that links lead to.</param>
/// <param name="Ids">It and the records merged into it: rows of any of these are the person's.</param>
public sealed record PersonKey(Guid Id, IReadOnlyList<Guid> Ids);

/// <param name="Rows">What is known, the most urgent first.</param>
/// <param name="Actions">What a clerk can do next.</param>
/// <param name="Empty">The sentence that stands there without rows, in Japanese.</param>
public sealed record PersonPanel(IReadOnlyList<PersonPanelRow> Rows, IReadOnlyList<PersonPanelAction> Actions, string Empty);

/// <param name="Text">What it is, in Japanese.</param>
/// <param name="Url">The page about it, or null.</param>
/// <param name="Status">Where it stands, or null.</param>
/// <param name="Note">A few words more: a date, a place.</param>
/// <param name="Action">What can be done with this row, or null.</param>
public sealed record PersonPanelRow(string Text, string? Url = null, Status? Status = null, string? Note = null, PersonPanelAction? Action = null);

/// <param name="Label">The words of the button, in Japanese.</param>
/// <param name="Url">Absolute path of the page it opens.</param>
/// <param name="Permission">Key of the permission the page demands; the button is left out for who does not hold it.</param>
public sealed record PersonPanelAction(string Label, string Url, string Permission);
