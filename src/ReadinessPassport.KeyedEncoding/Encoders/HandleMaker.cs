using System.Security.Cryptography;
using System.Text;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>Makes an agency's handles: the first 128 bits of HMAC-SHA-256 of the local id under a key that only this agency has. Nobody else can go back, and two agencies' handles have nothing in common.</summary>
public sealed class HandleMaker : IDisposable
{
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(32, pinned: true);

    /// <summary>Copies the 32 bytes of the handle key.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public HandleMaker(ReadOnlySpan<byte> key)
    {
        if (key.Length != 32)
            throw new ArgumentException("A handle key has 32 bytes.", nameof(key));
        key.CopyTo(_key);
    }

    /// <summary>The handle of a local id.</summary>
    public RecordHandle HandleOf(string sourceRecordId)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes("rp/1 handle\u001f" + sourceRecordId), mac);
        return new RecordHandle(mac[..RecordHandle.Length]);
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    /// <summary>Says nothing.</summary>
    public override string ToString() => "HandleMaker (hidden)";
}
