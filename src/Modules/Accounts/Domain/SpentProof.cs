namespace Kominkan.Accounts.Domain;

/// <summary>A passkey's answer that was taken: its challenge opens nothing a second time.</summary>
/// <param name="Challenge">Hash of the challenge; unique.</param>
internal sealed record SpentProof(string Challenge, DateTime At);
