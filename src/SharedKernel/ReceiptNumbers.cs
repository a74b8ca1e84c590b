using System.Security.Cryptography;

namespace Kominkan.SharedKernel;

/// <summary>受付番号 and what else is read out over the telephone: 1234-5678.</summary>
public static class ReceiptNumbers
{
    /// <summary>Two times four digits by chance: short enough to read out, so the same one comes up now and then. Who takes one looks whether it is taken.</summary>
    public static string Draw() => $"{RandomNumberGenerator.GetInt32(10_000):0000}-{RandomNumberGenerator.GetInt32(10_000):0000}";
}
