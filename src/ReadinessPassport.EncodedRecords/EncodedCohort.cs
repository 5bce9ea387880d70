using System.Buffers;
using System.Security.Cryptography;
using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords;

/// <summary>The encoded records of one data owner, column by column: all that a linkage unit sees.</summary>
public sealed class EncodedCohort
{
    /// <summary>Puts columns together that belong to the same records in the same order.</summary>
    /// <exception cref="ArgumentException">A column has another number of records than the handles, or neither handles nor plain ids are given.</exception>
    public EncodedCohort(
        string source,
        EncodingSchema schema,
        IReadOnlyList<RecordHandle>? handles,
        IReadOnlyList<string>? plainIds,
        IReadOnlyList<EncodedField> fields,
        IReadOnlyList<HashListColumn> blocks)
    {
        Source = source;
        Schema = schema;
        Handles = handles;
        PlainIds = plainIds;
        Fields = fields;
        Blocks = blocks;
        Count = handles?.Count ?? plainIds?.Count ?? throw new ArgumentException("Either handles or plain ids must be given.", nameof(handles));
        if (fields.Any(f => Lengths(f).Any(n => n != Count)) || blocks.Any(b => b.Count != Count))
            throw new ArgumentException("Every column must have one entry per record.", nameof(fields));
    }

    /// <summary>Whose records they are: an agency code, or a file's name in benchmarks.</summary>
    public string Source { get; }

    /// <summary>The schema they were encoded with.</summary>
    public EncodingSchema Schema { get; }

    /// <summary>How many records.</summary>
    public int Count { get; }

    /// <summary>Each record's handle; null in packages with plain ids.</summary>
    public IReadOnlyList<RecordHandle>? Handles { get; }

    /// <summary>Each record's local id, in benchmark packages only; the hub refuses them.</summary>
    public IReadOnlyList<string>? PlainIds { get; }

    /// <summary>The fields, in the order of the schema.</summary>
    public IReadOnlyList<EncodedField> Fields { get; }

    /// <summary>The blocking keys, one column per rule of the schema.</summary>
    public IReadOnlyList<HashListColumn> Blocks { get; }

    /// <summary>A record's id as files show it: the handle, or the plain id.</summary>
    public string IdOf(int record) => PlainIds?[record] ?? Handles![record].ToString();

    /// <summary>SHA-256 over everything the records say, in their order, without their ids: equal for agencies that encode the same records alike. In lower-case hexadecimal.</summary>
    public string ContentDigest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var row = new ArrayBufferWriter<byte>();
        for (var i = 0; i < Count; i++)
        {
            row.ResetWrittenCount();
            RowBlobs.WriteContent(this, i, row);
            digest.AppendData(row.WrittenSpan);
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static IEnumerable<int> Lengths(EncodedField f)
    {
        int?[] lengths = [f.Filter?.Count, f.Value?.Length, f.Bucket?.Length, f.NicknameFilter?.Count, f.NicknameValue?.Length, f.Parts?.Count, f.Initial?.Length, f.History?.Count];
        return lengths.OfType<int>();
    }
}
