using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Whom a verifier believes: the log's keys, the witnesses' keys, and how many witnesses must have cosigned. <c>keys.json</c> of a bundle and a trust file have the same form.</summary>
/// <param name="Log">The log's keys; more than one around a rotation.</param>
/// <param name="Witnesses">The witnesses' keys, at most one that counts for each agency.</param>
/// <param name="Quorum">How many different witnesses must have cosigned the newest checkpoint.</param>
public sealed record BundleKeys(ImmutableArray<NoteKey> Log, ImmutableArray<NoteKey> Witnesses, int Quorum)
{
    /// <summary>The canonical bytes: <c>{"log":[{"name","public_key"}],"quorum":2,"witnesses":[…]}</c>, public keys in base64.</summary>
    public byte[] Bytes => CanonicalJson.Serialize(new JsonObject { ["log"] = List(Log), ["witnesses"] = List(Witnesses), ["quorum"] = Quorum });

    /// <summary>Reads a trust file or <c>keys.json</c>.</summary>
    /// <exception cref="InvalidDataException">Not of that form.</exception>
    public static BundleKeys Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (JsonNode.Parse(bytes, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject { Count: 3 } json
                && json["quorum"] is JsonValue quorum && quorum.TryGetValue<int>(out var needed) && needed is >= 0 and <= 100)
                return new([.. Read(json["log"])], [.. Read(json["witnesses"])], needed);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("keys are not of the form {log, quorum, witnesses}", e);
        }
        throw new InvalidDataException("keys are not of the form {log, quorum, witnesses}");
    }

    private static JsonArray List(ImmutableArray<NoteKey> keys) =>
        new([.. keys.Select(k => (JsonNode)new JsonObject { ["name"] = k.Name, ["public_key"] = Convert.ToBase64String(k.PublicKey) })]);

    private static IEnumerable<NoteKey> Read(JsonNode? list) =>
        (list as JsonArray ?? throw new FormatException()).Select(k => k is JsonObject { Count: 2 } key
            ? new NoteKey((string?)key["name"] ?? "", Convert.FromBase64String((string?)key["public_key"] ?? ""))
            : throw new FormatException());
}
