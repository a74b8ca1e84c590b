namespace Kominkan.Courses.Domain;

/// <summary>
/// What somebody typed, between 入力 and 確認. Its id is the one-time key in their cookie: Back works, and a second press
/// of 申し込む leads to the same receipt.
/// </summary>
internal sealed class ApplicationDraft
{
    private ApplicationDraft()
    {
    }

    public ApplicationDraft(Guid courseId, string json, DateTime nowUtc) =>
        (Id, CourseId, Json, WrittenAt) = (Guid.NewGuid(), courseId, json, nowUtc); // v4: the id is a secret and must not tell the time

    public Guid Id { get; private set; }

    public Guid CourseId { get; private set; }

    public string Json { get; private set; } = "";

    public DateTime WrittenAt { get; private set; }

    /// <summary>What came of it.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>Tells one content from another, and nothing about it: two tabs share the draft, and each confirms what it shows.</summary>
    public string Mark() => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Id + Json)))[..16];

    public void Rewrite(string json, DateTime nowUtc) => (Json, WrittenAt) = (json, nowUtc);

    /// <summary>Sent: what was typed is not kept twice.</summary>
    public void Sent(Guid applicationId) => (ApplicationId, Json) = (applicationId, "");
}
