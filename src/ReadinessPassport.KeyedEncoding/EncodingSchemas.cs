using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding;

/// <summary>The encoding schemas that ship with the program. A shipped schema never changes: its digest stands in agreements.</summary>
public static class EncodingSchemas
{
    private const string Prefix = "ReadinessPassport.KeyedEncoding.Schemas.";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(EncodingSchemas).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..^".json".Length]).Order(StringComparer.Ordinal)];

    /// <summary>The shipped schema of that name; null when there is none.</summary>
    public static EncodingSchema? Find(string name)
    {
        using var stream = typeof(EncodingSchemas).Assembly.GetManifestResourceStream($"{Prefix}{name}.json");
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return EncodingSchemaJson.Parse(bytes.ToArray(), name);
    }
}
