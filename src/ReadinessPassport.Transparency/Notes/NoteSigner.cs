using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ReadinessPassport.Transparency.Notes;

/// <summary>The private half of a key that signs notes. Prints nothing of itself.</summary>
public sealed class NoteSigner
{
    private readonly Func<byte[], byte[]> _sign;

    /// <summary>Takes an Ed25519 seed of 32 bytes.</summary>
    /// <exception cref="ArgumentException">As <see cref="NoteKey(string, byte[])"/>.</exception>
    public NoteSigner(string name, byte[] seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (seed.Length != 32)
            throw new ArgumentException("A seed has 32 bytes.", nameof(seed));
        var key = new Ed25519PrivateKeyParameters(seed);
        Key = new NoteKey(name, key.GeneratePublicKey().GetEncoded());
        _sign = message =>
        {
            var signer = new Ed25519Signer();
            signer.Init(true, key);
            signer.BlockUpdate(message, 0, message.Length);
            return signer.GenerateSignature();
        };
    }

    /// <summary>Takes a key that lies elsewhere and signs there: a sealed identity, a hardware token.</summary>
    /// <param name="key">The public half.</param>
    /// <param name="sign">Makes an Ed25519 signature of 64 bytes.</param>
    public NoteSigner(NoteKey key, Func<byte[], byte[]> sign) => (Key, _sign) = (key, sign);

    /// <summary>The public half.</summary>
    public NoteKey Key { get; }

    /// <summary>Signs a text that ends with a newline.</summary>
    public SignedNote Sign(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n'))
            throw new ArgumentException("The text of a note ends with a newline.", nameof(text));
        return new(text, [new(Key.Name, Key.Id, _sign(Encoding.UTF8.GetBytes(text)))]);
    }

    /// <summary>A witness's line under a note: cosignature/v1, which says when.</summary>
    public NoteSignature Cosign(SignedNote note, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(note);
        var bytes = new byte[72];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeSeconds());
        _sign(CosignedMessage(note.Text, at.ToUnixTimeSeconds())).CopyTo(bytes, 8);
        return new(Key.Name, Key.WitnessId, bytes);
    }

    /// <inheritdoc/>
    public override string ToString() => $"signing key of {Key.Name} (hidden)";

    internal static byte[] CosignedMessage(string text, long time) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));
}
