using Apache.Arrow;
using Apache.Arrow.Types;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>The columns of <c>records.arrow</c>: what follows from an encoding schema, in one order, and nothing else.</summary>
internal static class RecordsSchema
{
    /// <summary>The Arrow schema of records encoded with <paramref name="schema"/>.</summary>
    public static Schema Of(EncodingSchema schema, bool plainIds)
    {
        var columns = new List<Field> { plainIds ? new Field("id", StringType.Default, nullable: false) : new Field("handle", new FixedSizeBinaryType(16), nullable: false) };
        foreach (var field in schema.Fields)
        {
            if (field.Length > 0)
                columns.Add(new(field.Name, new FixedSizeBinaryType(field.Length / 8), nullable: true));
            if (field.Length > 0 && field.Nickname)
                columns.Add(new(field.Name + "#nickname", new FixedSizeBinaryType(field.Length / 8), nullable: true));
            if (field.ValueHash == ValueHashMode.Full)
                columns.Add(new(field.Name + "#value", UInt64Type.Default, nullable: true));
            if (field.ValueHash == ValueHashMode.Bucket)
                columns.Add(new(field.Name + "#bucket", UInt8Type.Default, nullable: true));
            if (field.Nickname)
                columns.Add(new(field.Name + "#nickname-value", UInt64Type.Default, nullable: true));
            if (field.Initial)
                columns.Add(new(field.Name + "#initial", UInt64Type.Default, nullable: true));
            if (field.Parts)
                columns.Add(new(field.Name + "#parts", Hashes, nullable: false));
            if (field.History)
                columns.Add(new(field.Name + "#history", Hashes, nullable: false));
        }
        columns.AddRange(schema.Blocks.Select(b => new Field("block:" + b.Name, Hashes, nullable: false)));
        return new Schema(columns, metadata: null);
    }

    private static ListType Hashes { get; } = new(new Field("item", UInt64Type.Default, nullable: false));
}
