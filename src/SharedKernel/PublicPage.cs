namespace Kominkan.SharedKernel;

/// <summary>Marks a page anybody may see and the Host may keep, until one of its tags is evicted.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] tags) : Attribute
{
    /// <summary>What the page shows: <c>courses</c>, <c>halls</c>.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}

public static class PublicPage
{
    /// <summary>Who carries it (or, over https, the same with <see cref="SecurePrefix"/>) is signed in and gets pages fresh.</summary>
    public const string SignedInCookie = "kominkan-account";

    /// <summary>Stands before a cookie's name where the site is served over https.</summary>
    public const string SecurePrefix = "__Host-";

    /// <summary>Carries the sentence shown once after a POST.</summary>
    public const string MessageCookie = "kominkan-message";
}

/// <summary>Empties the cache of public pages; call it after the commit of a change.</summary>
public interface IPublicPages
{
    ValueTask EvictAsync(string tag);
}

/// <summary>Rows of this entity are shown on public pages: a committed change evicts their tag.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShownPubliclyAttribute(string tag) : Attribute
{
    public string Tag { get; } = tag;
}
