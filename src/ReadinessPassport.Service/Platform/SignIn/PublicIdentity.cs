using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>What an agency publishes of its identity: <c>identity.pub.json</c> as <c>passport-agency key new</c> writes it. Public keys only.</summary>
internal sealed record PublicIdentity
{
    private const int LargestFile = 64 * 1024;

    private PublicIdentity(JsonObject document, DataOwnerId agency, byte[] signingKey, JsonObject clientKey, string fingerprint) =>
        (Document, Agency, SigningKey, ClientKey, Fingerprint) = (document, agency, signingKey, clientKey, fingerprint);

    /// <summary>The file as it was given.</summary>
    public JsonObject Document { get; }

    /// <summary>Whose identity it is.</summary>
    public DataOwnerId Agency { get; }

    /// <summary>Ed25519: verifies what the agency signs, its packages first of all.</summary>
    public byte[] SigningKey { get; }

    /// <summary>The JSON Web Key (P-256) with which the agency's programs sign in.</summary>
    public JsonObject ClientKey { get; }

    /// <summary>What people compare by telephone.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="PassportException">RP5017: it is not a public identity.</exception>
    public static PublicIdentity Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            throw SignInErrors.NotAnIdentity(path, "the file is too large to be a public identity");
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (FileNotFoundException)
        {
            throw SignInErrors.NotAnIdentity(path, "there is no such file");
        }
    }

    /// <summary>Reads the text of the file; <paramref name="path"/> is for messages.</summary>
    /// <exception cref="PassportException">RP5017: it is not a public identity.</exception>
    public static PublicIdentity Parse(string path, string text)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 8 }) is not JsonObject document)
                throw SignInErrors.NotAnIdentity(path, "not a JSON object");
            if (document["agency"] is not JsonValue agency || !agency.TryGetValue<string>(out var code) || !DataOwnerId.IsWellFormed(code))
                throw SignInErrors.NotAnIdentity(path, "the member agency is not an agency code");
            if (document["clientJwk"] is not JsonObject client || (string?)client["kty"] != "EC" || (string?)client["crv"] != "P-256" || client["x"] is null || client["y"] is null)
                throw SignInErrors.NotAnIdentity(path, "the member clientJwk is not a public key on P-256");
            if (client.ContainsKey("d"))
                throw SignInErrors.NotAnIdentity(path, "it holds a PRIVATE key; that must not leave the agency, and this one must be replaced");
            var signing = document["signingKey"] is JsonValue key && key.TryGetValue<string>(out var base64) ? Convert.FromBase64String(base64) : [];
            if (signing.Length != 32)
                throw SignInErrors.NotAnIdentity(path, "the member signingKey is not an Ed25519 public key of 32 bytes in base64");
            return new(document, new DataOwnerId(code), signing, client, document["fingerprint"] is JsonValue f && f.TryGetValue<string>(out var fingerprint) ? fingerprint : "");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw SignInErrors.NotAnIdentity(path, "not the JSON of a public identity");
        }
    }
}
