using System.Collections.Frozen;

namespace ReadinessPassport.KeyedEncoding.Normalisation;

/// <summary>What people write when they know nothing: never evidence that two records are one person.</summary>
internal static class Placeholders
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "baby", "baby boy", "baby girl", "babyboy", "babygirl", "boy", "girl", "newborn", "infant", "infant boy", "infant girl", "male", "female", "unknown", "unk", "no name", "noname", "no first name",
        "no last name", "fnu", "lnu", "nmn", "nfn", "nln", "none", "na", "n a", "not available", "not applicable", "test", "tester", "testing", "test patient", "xxx", "zzz", "twin", "twin a", "twin b", "doe", "tbd", "missing", "null",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_streets = new[] { "general delivery", "homeless", "unknown", "none", "na", "n a", "no address", "no fixed address", "no permanent address", "shelter", "tbd" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded name says that no name is known.</summary>
    public static bool IsName(string folded) => folded.Length == 0 || s_names.Contains(folded) || folded.All(c => c == folded[0]) && folded.Length > 2;

    /// <summary>Whether a folded street says that no address is known.</summary>
    public static bool IsStreet(string folded) => folded.Length == 0 || s_streets.Contains(folded);

    /// <summary>Whether a digit string is one digit over and over, or the number nobody was ever given.</summary>
    public static bool IsNumber(string digits) => digits.Length == 0 || digits.All(c => c == digits[0]) || digits is "123456789" or "1234567890" or "0123456789" or "987654321";
}
