using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Section L: how records are encoded, who holds the key, who is left out.</summary>
public sealed class LinkageClause
{
    internal LinkageClause(YamlMap map)
    {
        Clause = map.Text("clause")!;
        var encoding = map.Map("encoding")!;
        Schema = encoding.Text("schema")!;
        SchemaSha256 = encoding.Text("schema_sha256")!;
        KeyId = encoding.Text("key_id")!;
        KeyHolders = [.. encoding.Texts("key_holders").Order(StringComparer.Ordinal)];
        Fields = map.Texts("fields");
        LeaveOut = map.Texts("leave_out");
        CertifiedOnly = map.Text("minimum_certainty") == "certified";
        KeepEncodingsDays = map.Int("keep_encodings_days")!.Value;
    }

    /// <summary>Such as <c>L1</c>.</summary>
    public string Clause { get; }

    /// <summary>The encoding schema by name.</summary>
    public string Schema { get; }

    /// <summary>The identity of the encoding schema, lower-case hexadecimal: an upload under another is refused.</summary>
    public string SchemaSha256 { get; }

    /// <summary>The project's linkage key; never its bytes.</summary>
    public string KeyId { get; }

    /// <summary>Providers that hold the key; never the linkage service.</summary>
    public ImmutableArray<string> KeyHolders { get; }

    /// <summary>Fields that may be encoded, as the text orders them.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>Flags of children who are left out before anything is encoded.</summary>
    public ImmutableArray<string> LeaveOut { get; }

    /// <summary>Whether only certified links may be used.</summary>
    public bool CertifiedOnly { get; }

    /// <summary>How long encodings may be kept.</summary>
    public int KeepEncodingsDays { get; }
}
