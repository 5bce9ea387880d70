using System.Security.Cryptography;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// Random references that people read over the telephone: Crockford base32 in groups of four behind a prefix, such as <c>D-7F3K-22Q9</c>.
/// Used for decisions (D), log entries (E), releases (REL), uploads (U), runs (R) and requests (Q).
/// </summary>
public static class ReferenceCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new reference with <paramref name="groups"/> groups of four characters, 20 random bits each.</summary>
    /// <param name="prefix">Capital letters that say what is referred to.</param>
    /// <param name="groups">2 (40 bits) or more; decisions use 2, log entries 3.</param>
    public static string New(string prefix, int groups = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        return prefix + string.Concat(Enumerable.Range(0, groups).Select(_ => "-" + RandomNumberGenerator.GetString(Alphabet, 4)));
    }
}
