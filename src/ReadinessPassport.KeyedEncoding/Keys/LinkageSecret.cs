using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>
/// A project's linkage secret: 32 random bytes that the project's agencies share and nobody else has. Without it no encoding can be computed.
/// It hides itself: it prints nothing, it is no record, and its memory is zeroed when it is disposed.
/// </summary>
public sealed class LinkageSecret : IDisposable
{
    /// <summary>Bytes in a secret.</summary>
    public const int Length = 32;

    // Pinned, so that the collector leaves no copies behind for us to miss when zeroing.
    private readonly byte[] _secret = GC.AllocateUninitializedArray<byte>(Length, pinned: true);
    private bool _disposed;

    /// <summary>Copies 32 secret bytes; the caller clears its own.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public LinkageSecret(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
            throw new ArgumentException("A linkage secret has 32 bytes.", nameof(secret));
        secret.CopyTo(_secret);
    }

    /// <summary>A secret nobody has had before.</summary>
    public static LinkageSecret New()
    {
        Span<byte> fresh = stackalloc byte[Length];
        RandomNumberGenerator.Fill(fresh);
        var secret = new LinkageSecret(fresh);
        CryptographicOperations.ZeroMemory(fresh);
        return secret;
    }

    /// <summary>A subkey for one use of one group of fields: HKDF-SHA-256 (RFC 5869) with the schema's digest as salt.</summary>
    /// <param name="salt">The schema's SHA-256, so that no two schemas share a key.</param>
    /// <param name="context">Project, epoch and group.</param>
    /// <param name="use">token, value, block, canary or diffusion.</param>
    internal byte[] Subkey(ReadOnlySpan<byte> salt, string context, string use)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var key = GC.AllocateUninitializedArray<byte>(32, pinned: true);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, key, salt, Encoding.UTF8.GetBytes($"rp/1\u001f{context}\u001f{use}"));
        return key;
    }

    /// <summary>The key check value: agencies that hold the same secret for the same schema and context have the same 64 bits, and nobody else learns the secret from them.</summary>
    public string CheckValue(ReadOnlySpan<byte> schemaDigest, string context)
    {
        var key = Subkey(schemaDigest, context, "check");
        var check = HMACSHA256.HashData(key, "readiness-passport key check"u8);
        CryptographicOperations.ZeroMemory(key);
        return Convert.ToHexStringLower(check.AsSpan(0, 8));
    }

    /// <summary>Writes the secret where a key file is sealed.</summary>
    internal void CopyTo(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _secret.CopyTo(destination);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_secret);
        _disposed = true;
    }

    /// <summary>Says nothing.</summary>
    public override string ToString() => "LinkageSecret (hidden)";
}
