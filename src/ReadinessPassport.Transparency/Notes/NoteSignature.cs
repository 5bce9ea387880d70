namespace ReadinessPassport.Transparency.Notes;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">The signer's name; no white space, no plus sign.</param>
/// <param name="KeyId">First four bytes of SHA-256(name ‖ newline ‖ type ‖ public key): says which key, proves nothing.</param>
/// <param name="Bytes">What the algorithm made, for cosignatures with the time before it.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    /// <summary>The line as a note ends with it, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Reads a line; null when it is none.</summary>
    public static NoteSignature? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split(' ');
        if (parts is not ["—", { Length: > 0 } name, { } base64] || !NoteKey.IsName(name))
            return null;
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 4
            ? new(name, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..length])
            : null;
    }
}
