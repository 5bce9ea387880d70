using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys.Ceremonies;

/// <summary>A signed message between the agencies of a key ceremony. The hub or a mail may carry it; neither can change it unseen.</summary>
internal sealed class CeremonyMessage
{
    public const string Format = "readiness-passport/key-ceremony/1";
    private const int Largest = 16 * 1024;

    private CeremonyMessage(JsonObject body, PublicIdentity from) => (Body, From) = (body, from);

    /// <summary>The members, without the signature.</summary>
    public JsonObject Body { get; }

    /// <summary>Who signed it.</summary>
    public PublicIdentity From { get; }

    /// <summary>Signs a message.</summary>
    public static byte[] Sign(JsonObject body, AgencyIdentity identity)
    {
        var signed = body.DeepClone().AsObject();
        signed["signature"] = Convert.ToBase64String(identity.SignBytes(CanonicalJson.Serialize(body)));
        return [.. CanonicalJson.Serialize(signed), (byte)'\n'];
    }

    /// <summary>The members every message of a step begins with.</summary>
    public static JsonObject Begin(string step, string session, PublicIdentity from) =>
        new() { ["format"] = Format, ["step"] = step, ["session"] = session, ["from"] = from.Fingerprint };

    /// <summary>Reads a message and checks its signature and that it belongs here.</summary>
    /// <exception cref="PassportException">RP2308, naming the agency at fault where that is known.</exception>
    public static CeremonyMessage Read(ReadOnlySpan<byte> json, string step, string session, IReadOnlyList<PublicIdentity> parties)
    {
        try
        {
            var body = (json.Length > Largest ? null : JsonNode.Parse(json, documentOptions: new() { MaxDepth = 4, AllowDuplicateProperties = false }) as JsonObject) ?? throw new FormatException();
            var from = parties.FirstOrDefault(p => p.Fingerprint == (string?)body["from"]) ?? throw KeyErrors.Ceremony("somebody who does not take part", "sent a message");
            var signature = Convert.FromBase64String((string)body["signature"]!);
            body.Remove("signature");
            if (!from.Verifies(CanonicalJson.Serialize(body), signature))
                throw KeyErrors.Ceremony(from.Agency.Code, "its message was changed on its way: the signature does not verify");
            if ((string?)body["format"] != Format || (string?)body["session"] != session)
                throw KeyErrors.Ceremony(from.Agency.Code, "its message is of another ceremony, or not all agencies named the same participants");
            if ((string?)body["step"] != step)
                throw KeyErrors.Ceremony(from.Agency.Code, $"its message is not a {step}");
            return new(body, from);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw KeyErrors.Ceremony("somebody", "sent what is no message of a ceremony");
        }
    }

    /// <summary>A member of 32 bytes.</summary>
    public byte[] Bytes(string member, int length)
    {
        try
        {
            if (Convert.FromBase64String((string)Body[member]!) is { } bytes && (length == 0 || bytes.Length == length))
                return bytes;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentNullException)
        {
            // Falls through to the one answer.
        }
        throw KeyErrors.Ceremony(From.Agency.Code, $"its message has no {member}");
    }
}
