using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Entries;

/// <summary>
/// A leaf's content, read strictly: format 1 of docs/formats/log-bundle.md, canonical JSON of at most 4 KiB. It names agencies, roles and other entries; it
/// holds no personal data and no encoding.
/// </summary>
public sealed record LoggedEntry
{
    /// <summary>The most bytes an entry has.</summary>
    public const int Longest = 4096;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private LoggedEntry()
    {
    }

    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its random id, such as <c>E-9QK2-7TB4-01XC</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When, to the millisecond; never earlier than the entry before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The acting agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The role in it; a person's name stands in the payload.</summary>
    public required string Role { get; init; }

    /// <summary>Ids of other things by what they are: <c>decision</c>, <c>agreement</c>, <c>release</c>, <c>consent</c>, <c>entry</c>…</summary>
    public required ImmutableSortedDictionary<string, string> Refs { get; init; }

    /// <summary>SHA-256 of the payload, lower-case hexadecimal; null when there is none.</summary>
    public string? Payload { get; init; }

    /// <summary>HMAC of <see cref="SubjectReference"/>, lower-case hexadecimal; null when no one person is concerned.</summary>
    public string? Subject { get; init; }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="InvalidDataException">Not canonical, too long, of an unknown kind, or with a member that format 1 does not have. The message names the member, never its value.</exception>
    public static LoggedEntry Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
            throw new InvalidDataException($"the entry has {bytes.Length} bytes; at most {Longest} are allowed");
        JsonObject json;
        try
        {
            json = JsonNode.Parse(bytes, null, s_strict) as JsonObject ?? throw new InvalidDataException("the entry is not an object");
            if (!CanonicalJson.Serialize(json).AsSpan().SequenceEqual(bytes))
                throw new InvalidDataException("the entry is not canonical JSON");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or DecoderFallbackException)
        {
            throw new InvalidDataException("the entry is not JSON of integers and texts", e);
        }
        return Read(json);
    }

    private static LoggedEntry Read(JsonObject json)
    {
        if (json.FirstOrDefault(m => m.Key is not ("v" or "kind" or "entry" or "at" or "actor" or "refs" or "payload" or "subject")).Key is { } unknown)
            throw new InvalidDataException($"the entry has an unknown member '{unknown}'");
        if (json["v"] is not JsonValue v || !v.TryGetValue<int>(out var version) || version != 1)
            throw new InvalidDataException("'v' is not 1");
        if (json["actor"] is not JsonObject { Count: 2 } actor)
            throw new InvalidDataException("'actor' is not an agency and a role");
        if (json["refs"] is not JsonObject refs)
            throw new InvalidDataException("'refs' is not an object");
        var kind = Text(json, "kind");
        if (!EntryKinds.All.Contains(kind))
            throw new InvalidDataException("'kind' is unknown");
        if (!DateTimeOffset.TryParseExact(Text(json, "at"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            throw new InvalidDataException("'at' is not a moment in UTC with milliseconds");
        var id = Text(json, "entry");
        if (!id.StartsWith("E-", StringComparison.Ordinal) || id.Length is < 6 or > 40)
            throw new InvalidDataException("'entry' is not an entry's id");
        return new LoggedEntry
        {
            Kind = kind,
            Id = id,
            At = at,
            Agency = Text(actor, "agency"),
            Role = Text(actor, "role"),
            Refs = refs.ToImmutableSortedDictionary(r => r.Key, r => Text(refs, r.Key), StringComparer.Ordinal),
            Payload = json.ContainsKey("payload") ? Hex(json, "payload", "sha256:") : null,
            Subject = json.ContainsKey("subject") ? Hex(json, "subject", "hmac:") : null,
        };
    }

    private static string Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length is > 0 and <= 200 && !text.Any(char.IsControl) ? text : throw new InvalidDataException($"'{name}' is not a short text");

    private static string Hex(JsonObject from, string name, string prefix) =>
        Text(from, name) is var text && text.Length == prefix.Length + 64 && text.StartsWith(prefix, StringComparison.Ordinal) && text.AsSpan(prefix.Length).IndexOfAnyExcept(s_hex) < 0
            ? text[prefix.Length..]
            : throw new InvalidDataException($"'{name}' is not {prefix} and 64 hexadecimal digits");
}
