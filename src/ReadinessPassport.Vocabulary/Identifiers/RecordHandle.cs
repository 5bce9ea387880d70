using System.Buffers.Binary;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// An agency's opaque name for one of its records: 128 bits of HMAC-SHA-256 under a key only that agency has.
/// Only that agency can go back; two agencies' handles for one person have nothing in common.
/// </summary>
public readonly record struct RecordHandle : IComparable<RecordHandle>
{
    private readonly UInt128 _value;

    /// <summary>Takes the 16 bytes as they stand in packages, most significant first.</summary>
    /// <exception cref="ArgumentException">Not exactly 16 bytes.</exception>
    public RecordHandle(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException("A record handle has 16 bytes.", nameof(bytes));
        _value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Bytes in a handle.</summary>
    public const int Length = 16;

    /// <summary>Reads 32 hexadecimal digits, as handles are written in text formats.</summary>
    /// <returns>Whether <paramref name="text"/> was a handle.</returns>
    public static bool TryParse(string? text, out RecordHandle handle)
    {
        handle = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text is not { Length: 2 * Length } || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        handle = new RecordHandle(bytes);
        return true;
    }

    /// <summary>Writes the 16 bytes, most significant first.</summary>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    /// <inheritdoc/>
    public int CompareTo(RecordHandle other) => _value.CompareTo(other._value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
