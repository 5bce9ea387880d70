using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>One feature under its keys. Values and tokens come again and again, so both are hashed once and remembered, within bounds.</summary>
internal sealed class ClkFeatureEncoder : IDisposable
{
    private const int RememberedBytes = 16 << 20;
    private const int MostTokens = 100_000;
    private readonly ClkFeature _feature;
    private readonly byte[] _keyA;
    private readonly byte[] _keyB;
    private readonly int _length;
    private readonly int _mostValues;
    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int[]> _tokens = new(StringComparer.Ordinal);
    private readonly int[]?[]? _bigrams; // of two ASCII characters, by 128 · first + second
    private readonly byte[] _scratch;

    public ClkFeatureEncoder(ClkFeature feature, byte[] keyA, byte[] keyB, int length)
    {
        (_feature, _keyA, _keyB, _length) = (feature, keyA, keyB, length);
        _lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        _scratch = new byte[(length + 63) / 64 * 8];
        _mostValues = RememberedBytes / (_scratch.Length + 100);
        if (feature.Comparison is { Kind: ClkComparisonKind.NGram, N: 2, Positional: false })
            _bigrams = new int[128 * 128][];
    }

    /// <summary>Sets the bits of a value.</summary>
    public void Set(ReadOnlySpan<char> raw, Span<byte> filter, long row)
    {
        if (_lookup.TryGetValue(raw, out var known))
        {
            Combine(known, filter);
            return;
        }
        var text = raw.ToString();
        var value = ClkValue.Prepare(_feature, text, row);
        if (_values.Count >= _mostValues)
        {
            SetTokens(value, filter, row);
            return;
        }
        Array.Clear(_scratch);
        SetTokens(value, _scratch, row);
        Combine(_scratch, filter);
        _values.Add(text, (byte[])_scratch.Clone());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_keyA);
        CryptographicOperations.ZeroMemory(_keyB);
        _values.Clear();
        _tokens.Clear();
    }

    private void SetTokens(string value, Span<byte> filter, long row)
    {
        if (_bigrams is not null && Ascii.IsValid(value))
        {
            SetBigrams(value, filter);
            return;
        }
        var tokens = ClkTokens.Of(value, _feature, row);
        for (var i = 0; i < tokens.Count; i++)
        {
            var k = BitsOf(i, tokens.Count);
            if (!_tokens.TryGetValue(tokens[i], out var indexes) || indexes.Length < k)
            {
                if (_tokens.Count >= MostTokens)
                    _tokens.Clear();
                _tokens[tokens[i]] = indexes = Indexes(tokens[i], k);
            }
            Put(indexes, k, filter);
        }
    }

    private void SetBigrams(string value, Span<byte> filter)
    {
        if (value.Length == 0)
            return;
        var before = ' ';
        for (var i = 0; i <= value.Length; i++)
        {
            var next = i < value.Length ? value[i] : ' ';
            var k = BitsOf(i, value.Length + 1);
            ref var indexes = ref _bigrams![before << 7 | next];
            if (indexes is null || indexes.Length < k)
                indexes = Indexes([before, next], k);
            Put(indexes, k, filter);
            before = next;
        }
    }

    // Every token the same number, or the feature's bits shared out, the first tokens taking the rest.
    private int BitsOf(int token, int tokens) =>
        _feature.BitsPerFeature < 0 || _feature.BitsPerToken > 0 ? _feature.BitsPerToken : _feature.BitsPerFeature / tokens + (token < _feature.BitsPerFeature % tokens ? 1 : 0);

    private int[] Indexes(ReadOnlySpan<char> token, int count)
    {
        var bytes = _feature.Format.Encoding.Bytes(token);
        return _feature.DoubleHash ? ClkIndexes.Double(_keyA, _keyB, bytes, count, _length, _feature.PreventSingularity) : ClkIndexes.Blake(_keyA, bytes, count, _length);
    }

    private static void Put(int[] indexes, int count, Span<byte> filter)
    {
        foreach (var index in indexes.AsSpan(0, count))
            filter[index >> 3] |= (byte)(0x80 >> (index & 7));
    }

    private static void Combine(ReadOnlySpan<byte> from, Span<byte> into)
    {
        var a = MemoryMarshal.Cast<byte, ulong>(from);
        var b = MemoryMarshal.Cast<byte, ulong>(into);
        for (var i = 0; i < b.Length; i++)
            b[i] |= a[i];
    }
}
