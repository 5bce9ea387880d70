using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>The columns of a cohort while rows are added one by one.</summary>
internal sealed class RowColumns(EncodingSchema schema, bool plainIds, int capacity)
{
    public List<RecordHandle>? Handles { get; } = plainIds ? null : new(capacity);

    public List<string>? Ids { get; } = plainIds ? new(capacity) : null;

    public IReadOnlyList<FieldColumns> Fields { get; } = [.. schema.Fields.Select(f => new FieldColumns(f, capacity))];

    public IReadOnlyList<GrowingHashLists> Blocks { get; } = [.. schema.Blocks.Select(_ => new GrowingHashLists())];

    public EncodedCohort ToCohort(string source) => new(source, schema, Handles, Ids, [.. Fields.Select(f => f.ToField())], [.. Blocks.Select(b => b.ToColumn())]);

    /// <summary>The columns of one field.</summary>
    internal sealed class FieldColumns(FieldSchema field, int capacity)
    {
        public FieldSchema Schema { get; } = field;

        public List<ulong> Filter { get; } = new(capacity * (field.Length / 64));

        public List<ulong> Nickname { get; } = [];

        public List<ulong> Value { get; } = [];

        public List<ulong> NicknameValue { get; } = [];

        public List<ulong> Initial { get; } = [];

        public GrowingHashLists Parts { get; } = new();

        public GrowingHashLists History { get; } = new();

        public EncodedField ToField() => new()
        {
            Schema = Schema,
            Filter = Schema.Length == 0 ? null : new(Schema.Length, [.. Filter]),
            NicknameFilter = Schema.Length == 0 || !Schema.Nickname ? null : new(Schema.Length, [.. Nickname]),
            Value = Schema.ValueHash == ValueHashMode.Full ? [.. Value] : null,
            Bucket = Schema.ValueHash == ValueHashMode.Bucket ? [.. Value.Select(v => (byte)v)] : null,
            NicknameValue = Schema.Nickname ? [.. NicknameValue] : null,
            Initial = Schema.Initial ? [.. Initial] : null,
            Parts = Schema.Parts ? Parts.ToColumn() : null,
            History = Schema.History ? History.ToColumn() : null,
        };
    }
}
