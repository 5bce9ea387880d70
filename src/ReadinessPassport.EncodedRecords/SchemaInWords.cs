using System.Globalization;

namespace ReadinessPassport.EncodedRecords;

/// <summary>An encoding schema in plain words: what is sent, and what somebody without the secret could learn from it.</summary>
public static class SchemaInWords
{
    /// <summary>One line a statement.</summary>
    public static IEnumerable<string> Of(EncodingSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        yield return $"encoding schema {schema.Name} ({EncodingSchemaJson.Digest(schema)[..16]}…), mode {(schema.Mode == EncodingMode.TrustedUnit ? "trusted-unit" : schema.Mode == EncodingMode.TwoRound ? "two-round" : "single-filter")}";
        foreach (var field in schema.Fields)
        {
            var sent = Sent(field).ToList();
            yield return $"  {field.Name,-14} {(sent.Count == 0 ? "nothing by itself" : string.Join(", ", sent))}";
        }
        yield return $"  blocks         keyed hashes of {string.Join("; ", schema.Blocks.Select(b => string.Join(" and ", b.Parts)))}";
        if (schema.Fields.Any(f => f.ValueHash == ValueHashMode.Full))
            yield return "  learnable      how frequent each value of a field with a value hash is; with a list of the same people, most of them can be named without the key";
        if (schema.Fields.Any(f => f is { Length: > 0, Kind: not FieldKind.Record } && f.Hardening.Count == 0))
            yield return "  learnable      which values of a field resemble one another; an unhardened filter hides nothing from somebody with a list of the same people";
        yield return "  these are pseudonymous personal data, not anonymous data";
    }

    private static IEnumerable<string> Sent(FieldSchema field)
    {
        if (field.Length > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"a filter of {field.Length:N0} bits{(field.Hardening.Count > 0 ? $" hardened by {string.Join(", ", field.Hardening)}" : ", not hardened")}");
        if (field.ValueHash == ValueHashMode.Full)
            yield return "a keyed hash of the value";
        if (field.ValueHash == ValueHashMode.Bucket)
            yield return "how frequent the value is in a public list";
        if (field.Nickname)
            yield return "the same of the nickname's full form";
        if (field.Parts)
            yield return "a keyed hash of each part";
        if (field.Initial)
            yield return "a keyed hash of the first letter";
        if (field.History)
            yield return "keyed hashes of earlier values";
    }
}
