using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.Transparency.Entries;

/// <summary>
/// What an entry says of the one person it concerns: a keyed hash that differs in every entry, so that entries do not link without the person's salt.
/// Whoever has the salt finds every entry; when it is destroyed nobody does, for good.
/// </summary>
public static class SubjectReference
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>HMAC-SHA-256(salt, <c>rp-subject-1</c> ‖ entry id), lower-case hexadecimal.</summary>
    /// <exception cref="ArgumentException">The salt does not have 32 bytes.</exception>
    public static string Of(byte[] salt, string entry)
    {
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length != SaltLength)
            throw new ArgumentException("A subject salt has 32 bytes.", nameof(salt));
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.ASCII.GetBytes("rp-subject-1" + entry)));
    }
}
