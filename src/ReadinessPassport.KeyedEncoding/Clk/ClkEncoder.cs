using System.Security.Cryptography;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>
/// Encodes rows as clkhash 0.18.3 does, bit for bit, so that agencies that run anonlink can move without encoding again. One encoder belongs to one thread.
/// The scheme is for compatibility only: unhardened filters have published attacks (Kroll and Steinmetzer 2015, doi:10.1007/978-3-319-27707-3_21).
/// </summary>
public sealed class ClkEncoder : IDisposable
{
    private readonly ClkSchema _schema;
    private readonly ClkFeatureEncoder?[] _features;
    private readonly byte[] _working;

    /// <summary>Derives the keys of all features.</summary>
    /// <param name="schema">The linkage schema.</param>
    /// <param name="secret">The secret's bytes; a text's UTF-8.</param>
    public ClkEncoder(ClkSchema schema, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        // A spare word at the end, so that whole words can be combined.
        _working = new byte[(schema.WorkingLength + 63) / 64 * 8];
        var material = GC.AllocateArray<byte>(2 * schema.Features.Length * schema.KeySize, pinned: true);
        if (material.Length > 0)
            HKDF.DeriveKey(schema.KdfHash, secret, material, schema.Salt, schema.Info);
        _features = [.. schema.Features.Select((f, i) => f.Ignored ? null
            : new ClkFeatureEncoder(f, material.AsSpan(2 * i * schema.KeySize, schema.KeySize).ToArray(), material.AsSpan((2 * i + 1) * schema.KeySize, schema.KeySize).ToArray(), schema.WorkingLength))];
        CryptographicOperations.ZeroMemory(material);
    }

    /// <summary>Bytes in an encoded row.</summary>
    public int Bytes => (_schema.Length + 7) / 8;

    /// <summary>Starts a row.</summary>
    public void Begin() => Array.Clear(_working);

    /// <summary>Adds a field; ignored ones contribute nothing.</summary>
    /// <param name="feature">The column, from 0.</param>
    /// <param name="value">The field as it stands in the file.</param>
    /// <param name="row">For errors, from 1.</param>
    /// <exception cref="PassportException">RP2402: the value does not fit the feature.</exception>
    public void Add(int feature, ReadOnlySpan<char> value, long row) => _features[feature]?.Set(value, _working, row);

    /// <summary>Ends the row: folds and writes it. Bit i is bit 7 − i mod 8 of byte i / 8.</summary>
    /// <param name="destination"><see cref="Bytes"/> bytes.</param>
    public void Finish(Span<byte> destination)
    {
        var length = _schema.WorkingLength;
        for (var fold = 0; fold < _schema.Folds; fold++)
        {
            length /= 2;
            if (length % 8 == 0)
            {
                for (var b = 0; b < length / 8; b++)
                    _working[b] ^= _working[length / 8 + b];
            }
            else
            {
                for (var i = 0; i < length; i++)
                    Put(i, Get(i) ^ Get(length + i));
            }
        }
        // What lay behind the fold must not show in the padding of the last byte.
        if (length % 8 != 0)
            _working[length / 8] &= (byte)(0xFF00 >> length % 8);
        _working.AsSpan(0, Bytes).CopyTo(destination);
    }

    /// <summary>Encodes a whole row.</summary>
    /// <returns>Base64.</returns>
    /// <exception cref="PassportException">RP2402, RP2403.</exception>
    public string Encode(IReadOnlyList<string> fields, long row)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count != _features.Length)
            throw ClkErrors.Fields(row, fields.Count, _features.Length);
        Begin();
        for (var f = 0; f < fields.Count; f++)
            Add(f, fields[f], row);
        var bytes = new byte[Bytes];
        Finish(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var feature in _features)
            feature?.Dispose();
    }

    /// <summary>Says nothing.</summary>
    public override string ToString() => "ClkEncoder (hidden)";

    private bool Get(int bit) => (_working[bit / 8] & 0x80 >> bit % 8) != 0;

    private void Put(int bit, bool value)
    {
        if (value)
            _working[bit / 8] |= (byte)(0x80 >> bit % 8);
        else
            _working[bit / 8] &= (byte)~(0x80 >> bit % 8);
    }
}
