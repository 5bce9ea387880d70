namespace ReadinessPassport.EncodedRecords;

/// <summary>Any number of keyed 64-bit hashes per record: the parts of a name, earlier addresses, the blocking keys of one rule.</summary>
public sealed class HashListColumn
{
    private readonly int[] _starts;
    private readonly ulong[] _values;

    /// <summary>Takes over the values of all records.</summary>
    /// <param name="starts">Where each record's values start, and at last where they end: one more entry than records, never falling.</param>
    /// <param name="values">The values, record after record.</param>
    /// <exception cref="ArgumentException">The starts do not cover the values in order.</exception>
    public HashListColumn(int[] starts, ulong[] values)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(values);
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != values.Length)
            throw new ArgumentException("The starts must run from 0 to the number of values.", nameof(starts));
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
                throw new ArgumentException("The starts must never fall.", nameof(starts));
        }
        _starts = starts;
        _values = values;
    }

    /// <summary>How many records.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>One record's hashes; empty when it has none.</summary>
    public ReadOnlySpan<ulong> this[int record] => _values.AsSpan(_starts[record].._starts[record + 1]);
}
