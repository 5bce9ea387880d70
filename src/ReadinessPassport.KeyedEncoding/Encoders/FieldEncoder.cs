using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;
using ReadinessPassport.KeyedEncoding.Hardening;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>One field under its keys. Values come again and again, so what is made of them is remembered, within bounds.</summary>
internal sealed class FieldEncoder : IDisposable
{
    private const int MostRemembered = 8_192;

    private readonly FieldSchema _field;
    private readonly KeyedHash _values;
    private readonly KeyedHash _blocks;
    private readonly TokenFilter? _tokens;
    private readonly HardeningChain? _hardening;
    private readonly (TokenFilter Tokens, int Length)[] _records;
    private readonly string?[] _transforms; // the prefix of each transform that a rule uses, null where none does
    private readonly List<KeyedHash> _owned = [];
    private bool _remembers = true;
    private int _hits;
    private readonly Dictionary<string, PreparedValue> _remembered = new(StringComparer.Ordinal);

    /// <summary>Derives the field's keys.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="field">The field.</param>
    /// <param name="subkey">The subkey of a group and use.</param>
    /// <param name="blocks">The key of what blocking rules take; the same for all fields.</param>
    public FieldEncoder(EncodingSchema schema, FieldSchema field, Func<string, string, byte[]> subkey, KeyedHash blocks)
    {
        (_field, _blocks) = (field, blocks);
        KeyedHash Own(string group, string use)
        {
            var hash = new KeyedHash(subkey(group, use));
            _owned.Add(hash);
            return hash;
        }
        _values = Own(field.Group, "value");
        if (field.Length > 0 && field.Kind != FieldKind.Record)
        {
            _hardening = new(field, use => Own(field.Group, use));
            _tokens = new(Own(field.Group, "token"), _hardening.InputLength, FilterParameters.Hashes(schema, field, _hardening.InputLength));
        }
        _records = [.. schema.Fields.Where(r => r.Kind == FieldKind.Record && r.From.Contains(field.Name)).Select(r =>
        {
            // Fields of one group set the same bits for the same token, so that swapped names still resemble one another.
            var length = new HardeningChain(r with { Hardening = [.. r.Hardening.Where(h => h.StartsWith("fold", StringComparison.Ordinal) || h == "balance")] }, use => Own(r.Group, use)).InputLength;
            return (new TokenFilter(Own($"{r.Group}\u001f{field.Group}", "token"), length, FilterParameters.Hashes(schema, r, length)), length);
        })];
        var used = schema.Blocks.SelectMany(b => b.Parts).Select(p => p.Split(':', 2)).Where(p => p[0].Split('+').Contains(field.Name)).Select(p => p is [_, var t] ? t == "history" ? "" : t : "").ToHashSet(StringComparer.Ordinal);
        _transforms = [.. BlockPart.Transforms.Select(t => used.Contains(t) ? $"{t}\u001f" : null)];
    }

    /// <summary>What is sent of a value.</summary>
    /// <param name="raw">The value as the source has it.</param>
    /// <param name="salt">What the field's tokens are salted with; empty for nothing.</param>
    public PreparedValue Prepare(RawValue raw, string salt)
    {
        var key = salt.Length == 0 ? raw.Text : $"{salt}\u001f{raw.Text}";
        if (_remembers && _remembered.TryGetValue(key, out var known))
        {
            _hits++;
            return known;
        }
        var made = NormalValue.Of(_field, raw) is { } value ? Make(value, salt) : PreparedValue.Missing;
        if (_remembers)
        {
            if (_remembered.Count >= MostRemembered)
            {
                // Telephones and identifiers hardly come twice: remembering them costs more than it saves.
                _remembers = _hits > MostRemembered / 4;
                _hits = 0;
                _remembered.Clear();
            }
            _remembered[key] = made;
        }
        return made;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var hash in _owned)
            hash.Dispose();
        _remembered.Clear();
    }

    private PreparedValue Make(NormalValue value, string salt) => new()
    {
        IsMissing = false,
        Value = value.IsWhole ? _values.Value(value.Text) : 0,
        Filter = Filter(value.Text, salt),
        NicknameFilter = _field.Nickname ? Filter(value.Nickname!, salt) : [],
        NicknameValue = _field.Nickname ? _values.Value(value.Nickname!) : 0,
        // The lowest bit says that the letter stands alone; the next keeps the hash from being 0.
        Initial = _field.Initial ? _values.Value("\u0001" + value.Text[0]) & ~3UL | 2 | (value.Text.Length == 1 ? 1UL : 0) : 0,
        Parts = _field.Parts ? [.. value.Parts.Distinct(StringComparer.Ordinal).Select(_values.Value)] : [],
        Record = _records.Length == 0 ? [] : [.. _records.Select(r =>
        {
            var bits = new ulong[r.Length / 64];
            r.Tokens.Set(value.Text, _field.Kind, "", bits);
            return bits;
        })],
        Block = Block(value),
    };

    private ulong[][] Block(NormalValue value)
    {
        var block = (ulong[][])PreparedValue.Missing.Block.Clone();
        for (var t = 0; t < block.Length; t++)
        {
            if (_transforms[t] is { } prefix)
                block[t] = [.. BlockPart.Of(BlockPart.Transforms[t], value).Select(text => _blocks.Value(prefix + text)).Distinct()];
        }
        return block;
    }

    private ulong[] Filter(string text, string salt)
    {
        if (_tokens is null)
            return [];
        Span<ulong> bits = stackalloc ulong[_hardening!.InputLength / 64];
        _tokens.Set(text, _field.Kind, salt, bits);
        var filter = new ulong[_field.Length / 64];
        _hardening.Apply(bits, filter);
        return filter;
    }
}
