using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>
/// The form in which every key rests: JSON with an open header, and the secret under AES-256-GCM with a key that Argon2id (RFC 9106) makes of the passphrase.
/// A plain digest over everything tells a damaged file from a wrong passphrase. See docs/formats/key-file.md.
/// </summary>
internal static class SealedFile
{
    public const string Format = "readiness-passport/key-file/1";
    private const int LargestFile = 64 * 1024;
    private const int MemoryKiB = 64 * 1024; // RFC 9106 §4, second recommended option: 64 MiB, 3 passes, 4 lanes
    private const int Passes = 3;
    private const int Lanes = 4;
    private const int MostMemoryKiB = 1024 * 1024;

    /// <summary>Seals a secret.</summary>
    /// <param name="kind">identity, linkage-secret, ceremony or share.</param>
    /// <param name="header">What may be read without the passphrase; authenticated.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="passphrase">Opens it again.</param>
    public static byte[] Seal(string kind, JsonObject header, ReadOnlySpan<byte> secret, Passphrase passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var open = new JsonObject
        {
            ["format"] = Format,
            ["kind"] = kind,
            ["header"] = header.DeepClone(),
            ["argon2id"] = new JsonObject { ["memoryKiB"] = MemoryKiB, ["passes"] = Passes, ["lanes"] = Lanes, ["salt"] = Convert.ToBase64String(salt) },
            ["nonce"] = Convert.ToBase64String(nonce),
        };
        using var key = Stretch(passphrase, salt, MemoryKiB, Passes, Lanes);
        var sealedBytes = new byte[secret.Length + 16];
        using (var aes = new AesGcm(key.Span, 16))
            aes.Encrypt(nonce, secret, sealedBytes.AsSpan(0, secret.Length), sealedBytes.AsSpan(secret.Length), CanonicalJson.Serialize(open));
        open["sealed"] = Convert.ToBase64String(sealedBytes);
        open["sha256"] = CanonicalJson.Digest(open);
        return [.. CanonicalJson.Serialize(open), (byte)'\n'];
    }

    /// <summary>The open part of a key file, after the digest was checked.</summary>
    /// <exception cref="PassportException">RP2301, RP2303.</exception>
    public static (string Kind, JsonObject Header) ReadHeader(ReadOnlySpan<byte> file, string name)
    {
        var open = Parse(file, name);
        return ((string)open["kind"]!, open["header"]!.AsObject());
    }

    /// <summary>Opens a key file.</summary>
    /// <exception cref="PassportException">RP2301 not a key file; RP2302 wrong passphrase; RP2303 damaged; RP2305 another kind.</exception>
    public static (JsonObject Header, SecretBytes Secret) Open(string kind, ReadOnlySpan<byte> file, Passphrase passphrase, string name)
    {
        var open = Parse(file, name);
        if ((string)open["kind"]! != kind)
            throw KeyErrors.OtherKind(name, (string)open["kind"]!, kind);
        try
        {
            var sealedBytes = Convert.FromBase64String((string)open["sealed"]!);
            var nonce = Convert.FromBase64String((string)open["nonce"]!);
            var argon = open["argon2id"]!.AsObject();
            var (memory, passes, lanes) = ((int)argon["memoryKiB"]!, (int)argon["passes"]!, (int)argon["lanes"]!);
            // A hostile file must not make us take all memory or run for ever.
            if (memory is < 8 * 1024 or > MostMemoryKiB || passes is < 1 or > 20 || lanes is < 1 or > 16 || sealedBytes.Length is < 17 or > LargestFile || nonce.Length != 12)
                throw KeyErrors.NotAKeyFile(name, "its parameters are out of range");
            using var key = Stretch(passphrase, Convert.FromBase64String((string)argon["salt"]!), memory, passes, lanes);
            open.Remove("sealed");
            open.Remove("sha256");
            var secret = new SecretBytes(sealedBytes.Length - 16);
            try
            {
                using var aes = new AesGcm(key.Span, 16);
                aes.Decrypt(nonce, sealedBytes.AsSpan(0, secret.Span.Length), sealedBytes.AsSpan(secret.Span.Length), secret.Span, CanonicalJson.Serialize(open));
            }
            catch
            {
                secret.Dispose();
                throw;
            }
            return (open["header"]!.AsObject(), secret);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw KeyErrors.WrongPassphrase(name); // its digest was right, so it is the passphrase
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            throw KeyErrors.NotAKeyFile(name, "a member is missing or of the wrong form", e);
        }
    }

    private static JsonObject Parse(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length > LargestFile)
            throw KeyErrors.NotAKeyFile(name, "it is larger than 64 KiB");
        try
        {
            var open = JsonNode.Parse(file, documentOptions: new() { MaxDepth = 8, AllowDuplicateProperties = false }) as JsonObject;
            if (open is null || (string?)open["format"] != Format || open["kind"] is not JsonValue || open["header"] is not JsonObject)
                throw KeyErrors.NotAKeyFile(name, $"expected {Format}");
            var digest = (string?)open["sha256"];
            var whole = open.DeepClone().AsObject();
            whole.Remove("sha256");
            return CanonicalJson.Digest(whole) == digest ? open : throw KeyErrors.Damaged(name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw KeyErrors.NotAKeyFile(name, "not JSON of that form", e);
        }
    }

    private static SecretBytes Stretch(Passphrase passphrase, byte[] salt, int memoryKiB, int passes, int lanes)
    {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13)
            .WithSalt(salt).WithMemoryAsKB(memoryKiB).WithIterations(passes).WithParallelism(lanes).Build();
        var argon = new Argon2BytesGenerator();
        argon.Init(parameters);
        var key = new SecretBytes(32);
        argon.GenerateBytes(passphrase.Bytes, key.Array);
        return key;
    }
}
