using System.Text;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>Fingerprints that two people can compare by telephone: six pronounceable words of 16 bits each (proquints; Wilkerson 2009, arXiv:0901.4016), 96 bits in all, such as <c>lusab babad gutih tugad mudof sakat</c>.</summary>
public static class SixWords
{
    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aiou";

    /// <summary>The words of the first 12 bytes of a digest.</summary>
    /// <exception cref="ArgumentException">Fewer than 12 bytes.</exception>
    public static string Of(ReadOnlySpan<byte> digest)
    {
        if (digest.Length < 12)
            throw new ArgumentException("A fingerprint needs 12 bytes.", nameof(digest));
        var words = new StringBuilder(36);
        for (var i = 0; i < 12; i += 2)
        {
            var n = digest[i] << 8 | digest[i + 1];
            if (i > 0)
                words.Append(' ');
            words.Append(Consonants[n >> 12]).Append(Vowels[n >> 10 & 3]).Append(Consonants[n >> 6 & 15]).Append(Vowels[n >> 4 & 3]).Append(Consonants[n & 15]);
        }
        return words.ToString();
    }
}
