using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Kominkan.Accounts.Domain;

/// <summary>The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds), by our own clock and with the step that was accepted.</summary>
internal static class Totp
{
    /// <summary>One step before and after the present one: clocks of telephones differ.</summary>
    private const int Around = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / 30;

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard, and every app, uses SHA-1; an HMAC does not depend on its collisions.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step the code belongs to, later than the last accepted one; null when the code is wrong or was used.</summary>
    public static long? StepOf(byte[] key, string code, DateTime now, long? lastAccepted)
    {
        var typed = System.Text.Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (var step = StepAt(now) - Around; step <= StepAt(now) + Around; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), typed) && (lastAccepted is null || step > lastAccepted))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The key as apps take it: base 32, in groups of four for whoever types it.</summary>
    public static string Typed(byte[] key) => string.Join(' ', Text(key).Chunk(4).Select(c => new string(c)));

    /// <summary>What the picture says to the app.</summary>
    public static string Address(byte[] key, string issuer, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={Text(key)}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Text(byte[] key)
    {
        var (text, bits, held) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var b in key)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            while (held >= 5)
            {
                held -= 5;
                text.Append(Base32[(bits >> held) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return text.ToString();
    }
}
