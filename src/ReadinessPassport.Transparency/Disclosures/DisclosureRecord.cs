using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>
/// What is kept whenever facts about one person or rows leave, and whenever encodings are taken in: the union of what six laws ask, so that each of their prints can be
/// made from it. The payload of a <c>disclosure</c> entry. It holds names of staff and never one of a client.
/// </summary>
public sealed record DisclosureRecord
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The log entry's id.</summary>
    public required string Entry { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day it was where the agencies are.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>Who released; their signature is <see cref="Decision"/>.</summary>
    public DisclosurePerson? Releasing { get; init; }

    /// <summary>Who received.</summary>
    public DisclosurePerson? Receiving { get; init; }

    /// <summary>Whom it was about.</summary>
    public DisclosureSubject? Subject { get; init; }

    /// <summary>The parts of the record, each with the rung shown.</summary>
    public ImmutableArray<DisclosedCategory> Categories { get; init; } = [];

    /// <summary>How many persons; null for one.</summary>
    public long? Persons { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>The recipient's legitimate interest.</summary>
    public string? Interest { get; init; }

    /// <summary>By what right.</summary>
    public ImmutableArray<DisclosureBasis> Bases { get; init; } = [];

    /// <summary>Under which agreement.</summary>
    public DisclosureAgreement? Agreement { get; init; }

    /// <summary>The consent it rests on; null for none.</summary>
    public string? Consent { get; init; }

    /// <summary>The exception it rests on, with its evidence reference; null for none.</summary>
    public string? Exception { get; init; }

    /// <summary>To whom the recipient may pass it on; <c>nobody</c> said as such.</summary>
    public string? FurtherRecipients { get; init; }

    /// <summary>The notice that went with it.</summary>
    public string? RedisclosureNotice { get; init; }

    /// <summary>The last day it may be used.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>The day by which it is destroyed.</summary>
    public DateOnly? DestroyBy { get; init; }

    /// <summary>The decision that permitted it.</summary>
    public string? Decision { get; init; }

    /// <summary>Its index in the log; null until it has one.</summary>
    public long? Index { get; init; }

    /// <summary>Why 34 CFR 99.32 need not list it: <c>parent</c>, <c>school-official</c>, <c>consent</c>, <c>directory</c>; null when it must.</summary>
    public string? NotListed { get; init; }

    /// <summary>The forms this disclosure must be printable in.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>The record as JSON, for the payload of its entry.</summary>
    public JsonObject ToJson() => (JsonObject)JsonSerializer.SerializeToNode(this with { At = At.ToUniversalTime() }, s_json)!;

    /// <summary>Reads a payload; null when it is none.</summary>
    public static DisclosureRecord? FromJson(JsonObject payload)
    {
        try
        {
            return payload.Deserialize<DisclosureRecord>(s_json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
