using System.Globalization;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>Encoded records while they are being made, in the order in which they come. Packages put them in the order of their handles, so that their place says nothing.</summary>
public sealed class EncodedCohortBuilder
{
    private readonly EncodingSchema _schema;
    private readonly EncodedFieldBuilder[] _fields;
    private readonly GrowingHashLists[] _blocks;
    private readonly List<string> _ids = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>An empty cohort.</summary>
    /// <param name="schema">The schema of the records.</param>
    /// <param name="capacity">Records expected; it grows beyond.</param>
    public EncodedCohortBuilder(EncodingSchema schema, int capacity = 1024)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _fields = [.. schema.Fields.Select(f => new EncodedFieldBuilder(f, capacity))];
        _blocks = [.. schema.Blocks.Select(_ => new GrowingHashLists())];
    }

    /// <summary>Records so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Records that stayed at home, by their first leave-out code, as manifests tell it: a number, or <c>fewer than 11</c>.</summary>
    public IReadOnlyDictionary<string, string> LeftOut =>
        _leftOut.ToDictionary(l => l.Key, l => l.Value < 11 ? "fewer than 11" : l.Value.ToString(CultureInfo.InvariantCulture));

    internal IReadOnlyDictionary<string, int> LeftOutExactly => _leftOut;

    internal void LeaveOut(string code) => _leftOut[code] = _leftOut.GetValueOrDefault(code) + 1;

    internal EncodedFieldBuilder Field(int field) => _fields[field];

    internal GrowingHashLists Blocks(int rule) => _blocks[rule];

    internal void EndRow(string sourceRecordId) => _ids.Add(sourceRecordId);

    /// <summary>The cohort under handles.</summary>
    /// <param name="source">Whose records they are.</param>
    /// <param name="handles">The agency's handles.</param>
    public EncodedCohort ToCohort(string source, HandleMaker handles)
    {
        ArgumentNullException.ThrowIfNull(handles);
        return new(source, _schema, [.. _ids.Select(handles.HandleOf)], null, [.. _fields.Select(f => f.ToField())], [.. _blocks.Select(b => b.ToColumn())]);
    }

    /// <summary>The cohort under its local ids, for benchmarks on data without persons. The hub refuses it.</summary>
    public EncodedCohort ToPlainCohort(string source) =>
        new(source, _schema, null, [.. _ids], [.. _fields.Select(f => f.ToField())], [.. _blocks.Select(b => b.ToColumn())]);
}
