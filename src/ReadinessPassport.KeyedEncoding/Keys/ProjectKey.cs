using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>A project's linkage secret in one of its epochs: what encodings are made under. It rests in a sealed file <c>&lt;project&gt;.key</c>.</summary>
public sealed partial class ProjectKey : IDisposable
{
    private const string Kind = "linkage-secret";
    private const string BoxFormat = "readiness-passport/shared-key/1";

    /// <summary>Takes over the secret.</summary>
    /// <param name="project">Such as <c>K-MA-2027-004</c>.</param>
    /// <param name="epoch">From 1; a new epoch is a new secret.</param>
    /// <param name="secret">The secret; disposed with this.</param>
    /// <exception cref="PassportException">RP2312: the project's name or the epoch has not the form.</exception>
    public ProjectKey(string project, int epoch, LinkageSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (project is null || !ProjectForm().IsMatch(project))
            throw KeyErrors.BadName("the project", "K-MA-2027-004");
        if (epoch is < 1 or > 10_000)
            throw KeyErrors.BadName("the epoch", "1 to 10000");
        (Project, Epoch, Secret) = (project, epoch, secret);
    }

    /// <summary>The project.</summary>
    public string Project { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The secret.</summary>
    public LinkageSecret Secret { get; }

    /// <summary>What encoders take as context: another project or epoch, other bits.</summary>
    public string Context => string.Create(CultureInfo.InvariantCulture, $"{Project}/{Epoch}");

    /// <summary>Six words that are equal wherever the secret, project and epoch are equal; they tell nothing of the secret.</summary>
    public string Fingerprint => SixWords.Of(Secret.Subkey([], Context, "fingerprint"));

    /// <summary>A key nobody has had before: dealer mode, for small projects.</summary>
    public static ProjectKey New(string project, int epoch = 1) => new(project, epoch, LinkageSecret.New());

    /// <summary>The key of the next epoch. Encodings under the old one are to be destroyed or made again.</summary>
    public ProjectKey Rotated() => New(Project, Epoch + 1);

    /// <summary>16 hexadecimal digits for a manifest: equal for agencies with the same secret, epoch and schema.</summary>
    public string CheckValue(EncodingSchema schema) => Secret.CheckValue(Convert.FromHexString(EncodingSchemaJson.Digest(schema)), Context);

    /// <summary>The key as a sealed file.</summary>
    public byte[] ToFile(Passphrase passphrase)
    {
        using var secret = new SecretBytes(LinkageSecret.Length);
        Secret.CopyTo(secret.Span);
        return SealedFile.Seal(Kind, new JsonObject { ["project"] = Project, ["epoch"] = Epoch, ["fingerprint"] = Fingerprint }, secret.Span, passphrase);
    }

    /// <summary>Opens a sealed file.</summary>
    /// <exception cref="PassportException">RP2301 to RP2305.</exception>
    public static ProjectKey Open(ReadOnlySpan<byte> file, Passphrase passphrase, string name)
    {
        var (header, secret) = SealedFile.Open(Kind, file, passphrase, name);
        using (secret)
            return Of(header, secret, name);
    }

    /// <summary>Seals the key for another agency: dealer mode. Only that agency can open it.</summary>
    public byte[] ShareWith(PublicIdentity agency)
    {
        using var secret = new SecretBytes(LinkageSecret.Length);
        Secret.CopyTo(secret.Span);
        var open = new JsonObject { ["format"] = BoxFormat, ["project"] = Project, ["epoch"] = Epoch, ["fingerprint"] = Fingerprint, ["to"] = agency.Fingerprint };
        open["box"] = Convert.ToBase64String(SealedBox.Seal(secret.Span, agency, CanonicalJson.Serialize(open)));
        return [.. CanonicalJson.Serialize(open), (byte)'\n'];
    }

    /// <summary>Opens a key that another agency shared. Compare the fingerprint with that agency by telephone.</summary>
    /// <exception cref="PassportException">RP2301: not a shared key; RP2307: not for this identity, or changed.</exception>
    public static ProjectKey Accept(ReadOnlySpan<byte> shared, AgencyIdentity identity, string name)
    {
        try
        {
            var open = (shared.Length > 64 * 1024 ? null : JsonNode.Parse(shared, documentOptions: new() { MaxDepth = 4, AllowDuplicateProperties = false }) as JsonObject)
                ?? throw KeyErrors.NotAKeyFile(name, "expected a shared key");
            if ((string?)open["format"] != BoxFormat)
                throw KeyErrors.NotAKeyFile(name, $"expected {BoxFormat}");
            var box = Convert.FromBase64String((string)open["box"]!);
            open.Remove("box");
            using var secret = SealedBox.Open(box, identity, CanonicalJson.Serialize(open), name);
            var key = Of(open, secret, name);
            return key.Fingerprint == (string?)open["fingerprint"] ? key : throw KeyErrors.NotForUs(name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw KeyErrors.NotAKeyFile(name, "a member is missing or of the wrong form", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Secret.Dispose();

    /// <summary>Says which key it is, and nothing of the secret.</summary>
    public override string ToString() => $"ProjectKey {Context} (hidden)";

    private static ProjectKey Of(JsonObject header, SecretBytes secret, string name) =>
        secret.Span.Length == LinkageSecret.Length && header["project"] is JsonValue project && header["epoch"] is JsonValue epoch
            ? new((string)project!, (int)epoch, new LinkageSecret(secret.Span))
            : throw KeyErrors.NotAKeyFile(name, "it holds no linkage secret");

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(-[A-Z0-9]+){1,6}\z")]
    private static partial Regex ProjectForm();
}
