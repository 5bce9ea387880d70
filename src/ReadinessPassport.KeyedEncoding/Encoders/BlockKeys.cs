using System.Runtime.InteropServices;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>The blocking keys of one rule: keyed hashes of combinations of values, never of one value that many share.</summary>
internal sealed class BlockKeys
{
    // A record with many names and addresses could otherwise make keys without end.
    private const int MostKeys = 24;

    private readonly int _rule;
    private readonly (int[] Fields, int Transform, bool History)[] _parts;
    private readonly List<ulong>[] _choices;
    private readonly List<ulong> _keys = [];

    /// <summary>Reads the rule.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="rule">The rule's place in it.</param>
    public BlockKeys(EncodingSchema schema, int rule)
    {
        _rule = rule;
        var names = schema.Fields.Select(f => f.Name).ToList();
        _parts = [.. schema.Blocks[rule].Parts.Select(part =>
        {
            var (fields, transform) = part.Split(':', 2) is [var n, var t] ? (n, t) : (part, "");
            return (fields.Split('+').Select(name => names.IndexOf(name)).ToArray(), BlockPart.Transforms.ToList().IndexOf(transform == "history" ? "" : transform), transform == "history");
        })];
        _choices = [.. _parts.Select(_ => new List<ulong>())];
    }

    /// <summary>The record's keys; none when a part is missing.</summary>
    /// <param name="values">The prepared values of each field, the present one first; a field's list is empty when it has no value.</param>
    /// <param name="hash">The block key.</param>
    public ReadOnlySpan<ulong> Of(List<PreparedValue>[] values, KeyedHash hash)
    {
        _keys.Clear();
        for (var p = 0; p < _parts.Length; p++)
        {
            _choices[p].Clear();
            Choose(values, _parts[p], _choices[p], hash);
            if (_choices[p].Count == 0)
                return [];
        }
        Span<ulong> combination = stackalloc ulong[_parts.Length];
        Combine(0, combination, hash);
        return CollectionsMarshal.AsSpan(_keys);
    }

    private void Combine(int part, Span<ulong> combination, KeyedHash hash)
    {
        if (part == _parts.Length)
        {
            if (_keys.Count < MostKeys)
                _keys.Add(hash.Combination(_rule, combination));
            return;
        }
        foreach (var choice in _choices[part])
        {
            combination[part] = choice;
            Combine(part + 1, combination, hash);
        }
    }

    private static void Choose(List<PreparedValue>[] values, (int[] Fields, int Transform, bool History) part, List<ulong> choices, KeyedHash hash)
    {
        // Several fields joined by + are one part whose values stand in one order, whichever is which: given and surname swapped meet.
        if (part.Fields.Length > 1 && part.Transform == 0)
        {
            Span<ulong> all = stackalloc ulong[part.Fields.Length];
            for (var f = 0; f < all.Length; f++)
            {
                if (values[part.Fields[f]] is not [var present, ..] || present.Block[0] is not [var one])
                    return;
                all[f] = one;
            }
            all.Sort();
            choices.Add(hash.Combination(255, all));
            return;
        }
        foreach (var field in part.Fields)
        {
            for (var v = 0; v < values[field].Count && (v == 0 || part.History); v++)
            {
                foreach (var choice in values[field][v].Block[part.Transform])
                {
                    if (!choices.Contains(choice))
                        choices.Add(choice);
                }
            }
        }
    }
}
