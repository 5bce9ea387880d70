using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>One of the shares of a project's key, for a backup among agencies: a threshold of them makes the key again, fewer tell nothing. Each rests in a sealed file with the holder's own passphrase.</summary>
public sealed class KeyShare : IDisposable
{
    private const string Kind = "key-share";
    private readonly JsonObject _header;
    private readonly SecretBytes _share;

    private KeyShare(JsonObject header, SecretBytes share) => (_header, _share) = (header, share);

    /// <summary>Which share it is, from 1.</summary>
    public int Number => (int)_header["number"]!;

    /// <summary>How many are needed.</summary>
    public int Threshold => (int)_header["threshold"]!;

    /// <summary>Splits a key.</summary>
    /// <param name="key">The key; unchanged.</param>
    /// <param name="threshold">Shares needed, from 2.</param>
    /// <param name="shares">Shares made, at most 255.</param>
    public static IReadOnlyList<KeyShare> Split(ProjectKey key, int threshold, int shares)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var secret = new SecretBytes(LinkageSecret.Length);
        key.Secret.CopyTo(secret.Span);
        var set = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)); // shares of two splittings must not be mixed
        return [.. SecretShares.Split(secret.Span, threshold, shares).Select((share, i) => new KeyShare(new JsonObject
        {
            ["project"] = key.Project,
            ["epoch"] = key.Epoch,
            ["fingerprint"] = key.Fingerprint,
            ["threshold"] = threshold,
            ["number"] = i + 1,
            ["set"] = set,
        }, share))];
    }

    /// <summary>Puts a key together again.</summary>
    /// <exception cref="PassportException">RP2310: too few, twice the same, of different keys, or one of them is wrong.</exception>
    public static ProjectKey Combine(IReadOnlyList<KeyShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count == 0)
            throw KeyErrors.Shares("there is none");
        var first = shares[0]._header;
        if (shares.Any(s => ((string[])["project", "epoch", "fingerprint", "threshold", "set"]).Any(m => !JsonNode.DeepEquals(s._header[m], first[m]))))
            throw KeyErrors.Shares("they are of different keys or splittings");
        if (shares.Select(s => s.Number).Distinct().Count() != shares.Count)
            throw KeyErrors.Shares("one stands twice");
        if (shares.Count < shares[0].Threshold)
            throw KeyErrors.Shares($"{shares.Count} of the {shares[0].Threshold} needed are here");
        using var secret = SecretShares.Combine([.. shares.Take(shares[0].Threshold).Select(s => ((byte)s.Number, s._share))]);
        var key = new ProjectKey((string)first["project"]!, (int)first["epoch"]!, new LinkageSecret(secret.Span));
        if (key.Fingerprint == (string?)first["fingerprint"])
            return key;
        key.Dispose();
        throw KeyErrors.Shares("one of them is wrong");
    }

    /// <summary>The share as a sealed file.</summary>
    public byte[] ToFile(Passphrase passphrase) => SealedFile.Seal(Kind, _header, _share.Span, passphrase);

    /// <summary>Opens a sealed file.</summary>
    /// <exception cref="PassportException">RP2301 to RP2305.</exception>
    public static KeyShare Open(ReadOnlySpan<byte> file, Passphrase passphrase, string name)
    {
        var (header, share) = SealedFile.Open(Kind, file, passphrase, name);
        try
        {
            var made = new KeyShare(header.DeepClone().AsObject(), share);
            if (share.Span.Length == LinkageSecret.Length && made.Number is > 0 and < 256 && made.Threshold is > 1 and < 256)
                return made;
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException or JsonException)
        {
            throw KeyErrors.NotAKeyFile(name, "it holds no share", e);
        }
        throw KeyErrors.NotAKeyFile(name, "it holds no share");
    }

    /// <inheritdoc/>
    public void Dispose() => _share.Dispose();

    /// <summary>Says nothing.</summary>
    public override string ToString() => "KeyShare (hidden)";
}
