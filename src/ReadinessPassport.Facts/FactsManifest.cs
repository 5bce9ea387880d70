using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Facts;

/// <summary>What a facts file says of itself; signed by the agency, checked by everybody who opens it.</summary>
public sealed record FactsManifest
{
    /// <summary>The format this type reads and writes.</summary>
    public const string Format = "readiness-passport/facts-file/1";

    /// <summary>Whose records they are.</summary>
    public required DataOwnerId Agency { get; init; }

    /// <summary>The agreement under which they are sent.</summary>
    public required string Agreement { get; init; }

    /// <summary>The program that wrote the file.</summary>
    public required string Program { get; init; }

    /// <summary>How many lines. Filled in by the writer.</summary>
    public int Lines { get; init; }

    /// <summary>How many records were left out, by code: a number, or <c>fewer than 11</c>.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of <c>facts.ndjson</c>, lower-case hexadecimal. Filled in by the writer.</summary>
    public string FactsSha256 { get; init; } = "";

    /// <summary>When it was made, to the second, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Fingerprint of the signing key.</summary>
    public required string Signer { get; init; }

    /// <summary>The bytes that are signed: canonical JSON.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(new JsonObject
    {
        ["format"] = Format,
        ["agency"] = Agency.Code,
        ["agreement"] = Agreement,
        ["catalogue"] = AttributeCatalogue.Schema,
        ["program"] = Program,
        ["lines"] = Lines,
        ["leftOut"] = new JsonObject(LeftOut.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value))),
        ["factsSha256"] = FactsSha256,
        ["created"] = Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["signer"] = Signer,
    });

    /// <summary>Reads a manifest and insists on its one canonical form.</summary>
    /// <param name="bytes">As they stand in the file.</param>
    /// <param name="name">How errors call the file.</param>
    /// <exception cref="PassportException">RP3102: a member is missing, of the wrong form, or one too many; or another version of the catalogue.</exception>
    public static FactsManifest Parse(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            var root = JsonNode.Parse(bytes, documentOptions: new() { MaxDepth = 4, AllowDuplicateProperties = false })!.AsObject();
            if ((string?)root["format"] != Format || (string?)root["catalogue"] != AttributeCatalogue.Schema)
                throw FactsErrors.Manifest(name, $"expected format {Format} and catalogue {AttributeCatalogue.Schema}");
            var manifest = new FactsManifest
            {
                Agency = new((string)root["agency"]!),
                Agreement = (string)root["agreement"]!,
                Program = (string)root["program"]!,
                Lines = (int)root["lines"]!,
                LeftOut = root["leftOut"]!.AsObject().ToDictionary(l => l.Key, l => (string)l.Value!),
                FactsSha256 = (string)root["factsSha256"]!,
                Created = DateTimeOffset.ParseExact((string)root["created"]!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Signer = (string)root["signer"]!,
            };
            // Written again it must be the same bytes: no member added, none ordered otherwise.
            return manifest.Lines >= 0 && manifest.ToBytes().AsSpan().SequenceEqual(bytes) ? manifest : throw FactsErrors.Manifest(name, "it is not in canonical form");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw FactsErrors.Manifest(name, "a member is missing or of the wrong form", e);
        }
    }
}
