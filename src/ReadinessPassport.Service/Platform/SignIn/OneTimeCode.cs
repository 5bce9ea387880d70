using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Time-based one-time codes as authenticator apps show them: six digits, a new one every 30 seconds, HMAC-SHA-1 (RFC 6238, which every app supports).</summary>
internal static class OneTimeCode
{
    private const int Step = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A secret of 160 bits, the length of the hash (RFC 4226 §4).</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The number of the time step that <paramref name="at"/> lies in.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Step;

    /// <summary>The code of a time step.</summary>
    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default and the only one all apps know; HMAC does not need a collision-resistant hash.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset)) & 0x7fff_ffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Which step's code it is: the present one's or a neighbour's, for clocks that differ, but never one that was taken before.</summary>
    /// <param name="secret">The person's.</param>
    /// <param name="code">As typed; spaces do not count.</param>
    /// <param name="now">The hub's time.</param>
    /// <param name="taken">The last step whose code was taken; codes up to it are refused.</param>
    /// <returns>The step, or null when the code is not right.</returns>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long? taken)
    {
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? match = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), typed) && (taken is null || step > taken))
                match = step;
        }
        return match;
    }

    /// <summary>The secret as people type it into an app: base32 in groups of four.</summary>
    public static string Spelt(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var window = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            if (text.Length % 5 == 4)
                text.Append(' ');
            text.Append(Base32[(window >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }
}
