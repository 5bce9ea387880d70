using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>What a bundle says it holds: the last file in it, with a digest of every other.</summary>
/// <param name="Origin">The log.</param>
/// <param name="From">The first index of the range.</param>
/// <param name="Until">The first index after the range.</param>
/// <param name="Complete">Whether every entry of the range is there; false when only those of an agreement or a decision are.</param>
/// <param name="Size">Entries in the tree of the newest checkpoint.</param>
/// <param name="Files">Path → length and SHA-256.</param>
/// <param name="Withheld">Hash of a payload that is not there → why.</param>
internal sealed record BundleManifest(string Origin, long From, long Until, bool Complete, long Size, ImmutableSortedDictionary<string, (long Length, string Sha256)> Files, ImmutableSortedDictionary<string, string> Withheld)
{
    public const string Path = "manifest.json";
    public const string Format = "log-bundle/1";

    /// <summary>Whether it holds the whole log up to its checkpoint, so that the tree can be rebuilt.</summary>
    public bool IsWhole => Complete && From == 0 && Until == Size;

    public byte[] Bytes => CanonicalJson.Serialize(new JsonObject
    {
        ["format"] = Format,
        ["origin"] = Origin,
        ["range"] = new JsonObject { ["from"] = From, ["until"] = Until, ["complete"] = Complete },
        ["size"] = Size,
        ["files"] = new JsonArray([.. Files.Select(f => (JsonNode)new JsonObject { ["path"] = f.Key, ["bytes"] = f.Value.Length, ["sha256"] = f.Value.Sha256 })]),
        ["withheld"] = new JsonArray([.. Withheld.Select(w => (JsonNode)new JsonObject { ["payload"] = w.Key, ["reason"] = w.Value })]),
    });

    /// <exception cref="InvalidDataException">Not of that form, or not canonical.</exception>
    public static BundleManifest Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = JsonNode.Parse(bytes, null, new JsonDocumentOptions { AllowDuplicateProperties = false })!;
            var range = json["range"]!;
            var manifest = new BundleManifest(
                (string)json["origin"]!, (long)range["from"]!, (long)range["until"]!, (bool)range["complete"]!, (long)json["size"]!,
                json["files"]!.AsArray().ToImmutableSortedDictionary(f => (string)f!["path"]!, f => ((long)f!["bytes"]!, (string)f["sha256"]!), StringComparer.Ordinal),
                json["withheld"]!.AsArray().ToImmutableSortedDictionary(w => (string)w!["payload"]!, w => (string)w!["reason"]!, StringComparer.Ordinal));
            // Whatever else stood in it, or in another order, shows here.
            if ((string)json["format"]! == Format && manifest.From >= 0 && manifest.From <= manifest.Until && manifest.Until <= manifest.Size && manifest.Bytes.AsSpan().SequenceEqual(bytes))
                return manifest;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("manifest.json is not one of log-bundle/1", e);
        }
        throw new InvalidDataException("manifest.json is not one of log-bundle/1");
    }
}
