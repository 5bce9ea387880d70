using System.Text;
using ReadinessPassport.EncodedRecords;

namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Sets the positions of tokens in a filter. Tokens repeat from record to record, so each is hashed once and remembered. Not safe for several threads at once.</summary>
internal sealed class TokenFilter(KeyedHash hash, int length, int hashes)
{
    private const int MostRemembered = 50_000;
    private readonly Dictionary<string, ushort[]> _positions = new(StringComparer.Ordinal);

    private readonly ushort[]?[] _bigrams = new ushort[128 * 128][]; // of two ASCII characters, by 128 · first + second

    /// <summary>Sets the bits of a value's tokens. A filter without tokens stays empty, which means missing.</summary>
    /// <param name="value">The normalised value.</param>
    /// <param name="kind">How it is cut.</param>
    /// <param name="salt">Makes other bits of the same tokens; empty for none.</param>
    /// <param name="filter">The filter.</param>
    public void Set(string value, FieldKind kind, string salt, Span<ulong> filter)
    {
        if (salt.Length > 0 || kind is not (FieldKind.Name or FieldKind.Text or FieldKind.Street) || !Ascii.IsValid(value))
        {
            Set(Tokens.Of(value, kind), salt, filter);
            return;
        }
        var before = ' ';
        for (var i = 0; i <= value.Length; i++)
        {
            var next = i < value.Length ? value[i] : ' ';
            Put(_bigrams[before << 7 | next] ??= hash.Positions(new string([before, next]), length, hashes), filter);
            before = next;
        }
    }

    private void Set(IEnumerable<string> tokens, string salt, Span<ulong> filter)
    {
        foreach (var plain in tokens)
        {
            var token = salt.Length == 0 ? plain : $"{salt}\u001f{plain}";
            if (!_positions.TryGetValue(token, out var positions))
            {
                if (_positions.Count >= MostRemembered)
                    _positions.Clear();
                _positions[token] = positions = hash.Positions(token, length, hashes);
            }
            Put(positions, filter);
        }
    }

    private static void Put(ushort[] positions, Span<ulong> filter)
    {
        foreach (var position in positions)
            filter[position >> 6] |= 1UL << position;
    }
}
