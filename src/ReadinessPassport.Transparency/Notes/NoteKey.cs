using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ReadinessPassport.Transparency.Notes;

/// <summary>The public half of a key that signs notes, under the name it signs with: Ed25519.</summary>
public sealed class NoteKey
{
    internal const byte Ed25519 = 0x01;
    internal const byte CosignatureV1 = 0x04;

    /// <summary>Takes 32 bytes.</summary>
    /// <exception cref="ArgumentException">The name holds white space or a plus sign, or the key does not have 32 bytes.</exception>
    public NoteKey(string name, byte[] publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        if (!IsName(name) || publicKey.Length != 32)
            throw new ArgumentException("A key has a name without white space or plus sign, and 32 bytes.", nameof(name));
        (Name, PublicKey) = (name, publicKey);
    }

    /// <summary>The signer's name: the log's origin, or a witness's agency code.</summary>
    public string Name { get; }

    /// <summary>The Ed25519 public key.</summary>
    public byte[] PublicKey { get; }

    /// <summary>The key's id in signatures of notes.</summary>
    public uint Id => IdOf(Ed25519);

    /// <summary>The key's id in cosignatures.</summary>
    public uint WitnessId => IdOf(CosignatureV1);

    /// <summary>Whether one of the note's signatures is this key's and valid.</summary>
    public bool HasSigned(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Signatures.Any(s => s.Name == Name && s.KeyId == Id && Verify(Encoding.UTF8.GetBytes(note.Text), s.Bytes));
    }

    /// <summary>When this key, a witness's, cosigned the note; null when it did not.</summary>
    /// <remarks>cosignature/v1: eight bytes of Unix time before the signature, and the time under it.</remarks>
    public DateTimeOffset? WitnessedAt(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        foreach (var signature in note.Signatures.Where(s => s.Name == Name && s.KeyId == WitnessId && s.Bytes.Length == 72))
        {
            var time = BinaryPrimitives.ReadInt64BigEndian(signature.Bytes);
            if (time is >= 0 and < 253402300800 && Verify(NoteSigner.CosignedMessage(note.Text, time), signature.Bytes[8..]))
                return DateTimeOffset.FromUnixTimeSeconds(time);
        }
        return null;
    }

    /// <summary>The note with this key's valid signatures alone.</summary>
    internal SignedNote OwnLines(SignedNote note) => note with { Signatures = [.. note.Signatures.Where(s => s.Name == Name && s.KeyId == Id && Verify(Encoding.UTF8.GetBytes(note.Text), s.Bytes))] };

    internal static bool IsName(string? name) => name is { Length: > 0 and <= 256 } && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    private bool Verify(byte[] message, byte[] signature)
    {
        if (signature.Length != 64)
            return false;
        var verifier = new Ed25519Signer();
        verifier.Init(false, new Ed25519PublicKeyParameters(PublicKey));
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    private uint IdOf(byte type) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', type, .. PublicKey]));
}
