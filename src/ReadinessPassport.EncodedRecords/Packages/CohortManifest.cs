using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>What a cohort package says of itself; signed by the agency, checked by everybody who opens it. It names no person and no count that could point to one.</summary>
public sealed record CohortManifest
{
    /// <summary>The format this type reads and writes.</summary>
    public const string Format = "readiness-passport/cohort-package/1";

    /// <summary>The linkage key's project, such as <c>K-MA-2027-004</c>.</summary>
    public required string Project { get; init; }

    /// <summary>The key's epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Whose records they are.</summary>
    public required DataOwnerId Agency { get; init; }

    /// <summary>The agreement under which they are sent; empty in benchmark packages.</summary>
    public required string Agreement { get; init; }

    /// <summary>The whole encoding schema.</summary>
    public required EncodingSchema Schema { get; init; }

    /// <summary>The program that wrote the package.</summary>
    public required string Program { get; init; }

    /// <summary>16 hexadecimal digits that are equal for agencies with the same secret.</summary>
    public required string KeyCheck { get; init; }

    /// <summary>Digest of the canaries: equal for agencies that encode alike.</summary>
    public required string Canaries { get; init; }

    /// <summary>How many records.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether records stand under their local ids: benchmarks only.</summary>
    public bool PlainIds { get; init; }

    /// <summary>How many records were left out, by code: a number, or <c>fewer than 11</c>.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();

    /// <summary>Share of records without a value, by field, in twentieths rounded up.</summary>
    public IReadOnlyDictionary<string, int> Missing { get; init; } = new Dictionary<string, int>();

    /// <summary>SHA-256 of <c>records.arrow</c>.</summary>
    public required string RecordsSha256 { get; init; }

    /// <summary>When it was made, to the second, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Fingerprint of the signing key.</summary>
    public required string Signer { get; init; }

    /// <summary>The bytes that are signed.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(new JsonObject
    {
        ["format"] = Format,
        ["project"] = Project,
        ["epoch"] = Epoch,
        ["agency"] = Agency.Code,
        ["agreement"] = Agreement,
        ["schema"] = EncodingSchemaJson.ToJson(Schema),
        ["schemaSha256"] = EncodingSchemaJson.Digest(Schema),
        ["program"] = Program,
        ["keyCheck"] = KeyCheck,
        ["canaries"] = Canaries,
        ["rows"] = Rows,
        ["plainIds"] = PlainIds,
        ["leftOut"] = new JsonObject(LeftOut.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value))),
        ["missing"] = new JsonObject(Missing.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value))),
        ["recordsSha256"] = RecordsSha256,
        ["created"] = Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["signer"] = Signer,
    });

    /// <summary>Reads a manifest and insists on its one canonical form.</summary>
    /// <exception cref="PassportException">RP3002: a member is missing, of the wrong form, or one too many.</exception>
    public static CohortManifest Parse(byte[] bytes, string name)
    {
        try
        {
            var root = JsonNode.Parse(bytes)!.AsObject();
            if ((string?)root["format"] != Format)
                throw PackageErrors.Manifest(name, $"expected format {Format}");
            var manifest = new CohortManifest
            {
                Project = (string)root["project"]!,
                Epoch = (int)root["epoch"]!,
                Agency = new((string)root["agency"]!),
                Agreement = (string)root["agreement"]!,
                Schema = EncodingSchemaJson.Parse(CanonicalJson.Serialize(root["schema"]), name),
                Program = (string)root["program"]!,
                KeyCheck = (string)root["keyCheck"]!,
                Canaries = (string)root["canaries"]!,
                Rows = (int)root["rows"]!,
                PlainIds = (bool)root["plainIds"]!,
                LeftOut = root["leftOut"]!.AsObject().ToDictionary(l => l.Key, l => (string)l.Value!),
                Missing = root["missing"]!.AsObject().ToDictionary(m => m.Key, m => (int)m.Value!),
                RecordsSha256 = (string)root["recordsSha256"]!,
                Created = DateTimeOffset.ParseExact((string)root["created"]!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Signer = (string)root["signer"]!,
            };
            // Written again it must be the same bytes: so no member was added, none was ordered otherwise, and the schema's digest is the schema's.
            if (manifest.Rows < 0 || !manifest.ToBytes().AsSpan().SequenceEqual(bytes))
                throw PackageErrors.Manifest(name, "it is not in canonical form");
            return manifest;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw PackageErrors.Manifest(name, "a member is missing or of the wrong form", e);
        }
    }
}
