namespace ReadinessPassport.KeyedEncoding.Filters;

/// <summary>Sets the positions of tokens in a filter. Tokens repeat from record to record, so each is hashed once and remembered. Not safe for several threads at once.</summary>
internal sealed class TokenFilter(KeyedHash hash, int length, int hashes)
{
    private const int MostRemembered = 50_000;
    private readonly Dictionary<string, ushort[]> _positions = new(StringComparer.Ordinal);

    /// <summary>Sets the bits of all tokens. A filter without tokens stays empty, which means missing.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="salt">Makes other bits of the same tokens; empty for none.</param>
    /// <param name="filter">The filter.</param>
    public void Set(IEnumerable<string> tokens, string salt, Span<ulong> filter)
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
            foreach (var position in positions)
                filter[position >> 6] |= 1UL << (position & 63);
        }
    }
}
