using System.Numerics;

namespace ReadinessPassport.EncodedRecords;

/// <summary>One filter per record, side by side in 64-bit words, with each filter's number of one-bits. A missing value is a filter without a bit.</summary>
/// <remarks>No real value encodes to an empty filter: every normalised value has at least one token. Bit <c>i</c> of a filter is bit <c>i mod 64</c> of word <c>i div 64</c>.</remarks>
public sealed class FilterColumn
{
    private readonly ulong[] _words;
    private readonly ushort[] _ones;

    /// <summary>Takes over the words of all records.</summary>
    /// <param name="length">Bits in a filter, a multiple of 64, at most 8,192.</param>
    /// <param name="words"><c>records × length / 64</c> words, record after record.</param>
    /// <exception cref="ArgumentException">The length is not allowed, or the words are no whole number of records.</exception>
    public FilterColumn(int length, ulong[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (length is < 64 or > 8192 || length % 64 != 0)
            throw new ArgumentException("A filter has 64 to 8,192 bits, a multiple of 64.", nameof(length));
        WordsPerRecord = length / 64;
        if (words.Length % WordsPerRecord != 0)
            throw new ArgumentException("The words must be a whole number of records.", nameof(words));
        Length = length;
        _words = words;
        _ones = new ushort[words.Length / WordsPerRecord];
        for (var record = 0; record < _ones.Length; record++)
        {
            var ones = 0;
            foreach (var word in this[record])
                ones += BitOperations.PopCount(word);
            _ones[record] = (ushort)ones;
        }
    }

    /// <summary>Bits in a filter.</summary>
    public int Length { get; }

    /// <summary>64-bit words in a filter.</summary>
    public int WordsPerRecord { get; }

    /// <summary>How many records.</summary>
    public int Count => _ones.Length;

    /// <summary>The words of one record's filter.</summary>
    public ReadOnlySpan<ulong> this[int record] => _words.AsSpan(record * WordsPerRecord, WordsPerRecord);

    /// <summary>The words of all records, for kernels.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>One-bits of each record's filter.</summary>
    public ReadOnlySpan<ushort> Ones => _ones;

    /// <summary>Whether the record has no value in this field.</summary>
    public bool IsMissing(int record) => _ones[record] == 0;
}
