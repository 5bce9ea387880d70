using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords;

/// <summary>Encoding schemas as JSON (docs/formats/encoding-schema.md). An unknown member, a level or part that names no field, or a repeated name makes a schema unloadable: nothing is silently left out.</summary>
public static class EncodingSchemaJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a schema and checks it.</summary>
    /// <param name="json">UTF-8 JSON, at most 256 KiB.</param>
    /// <param name="name">How errors call it: a file's name.</param>
    /// <exception cref="PassportException">RP2201: not a schema; RP2202: its parts do not fit together.</exception>
    public static EncodingSchema Parse(ReadOnlySpan<byte> json, string name)
    {
        if (json.Length > 256 << 10)
            throw SchemaErrors.Unreadable(name, "it is larger than 256 KiB");
        EncodingSchema? schema;
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }) as JsonObject ?? throw SchemaErrors.Unreadable(name, "expected a JSON object");
            if (root["schema"]?.GetValue<string>() != EncodingSchema.Format)
                throw SchemaErrors.Unreadable(name, $"expected \"schema\": \"{EncodingSchema.Format}\"");
            root.Remove("schema");
            schema = root.Deserialize<EncodingSchema>(s_options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw SchemaErrors.Unreadable(name, e is JsonException { Path: { } path } ? $"at {path}" : "not JSON of that form", e);
        }
        if (schema is null)
            throw SchemaErrors.Unreadable(name, "it is empty");
        SchemaRules.Check(schema, name);
        return schema;
    }

    /// <summary>The schema as JSON.</summary>
    public static JsonObject ToJson(EncodingSchema schema)
    {
        var root = JsonSerializer.SerializeToNode(schema, s_options)!.AsObject();
        root["schema"] = EncodingSchema.Format;
        return root;
    }

    /// <summary>The schema's identity: SHA-256 of its canonical JSON, in lower-case hexadecimal. Agreements name it and packages carry it.</summary>
    public static string Digest(EncodingSchema schema) => CanonicalJson.Digest(ToJson(schema));
}
