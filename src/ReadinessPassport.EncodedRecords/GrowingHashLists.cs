namespace ReadinessPassport.EncodedRecords;

/// <summary>Hash lists while a cohort is being put together, record by record.</summary>
public sealed class GrowingHashLists
{
    /// <summary>Hashes one record may have in one list.</summary>
    public const int MostOfARecord = 256;

    private readonly List<int> _starts = [0];
    private readonly List<ulong> _values = [];

    /// <summary>Adds the next record's hashes.</summary>
    public void Add(ReadOnlySpan<ulong> values)
    {
        foreach (var value in values)
            _values.Add(value);
        _starts.Add(_values.Count);
    }

    /// <summary>The column of all records so far.</summary>
    public HashListColumn ToColumn() => new([.. _starts], [.. _values]);
}
