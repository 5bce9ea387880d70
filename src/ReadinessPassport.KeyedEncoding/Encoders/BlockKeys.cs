using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Filters;
using ReadinessPassport.KeyedEncoding.Normalisation;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>The blocking keys of one rule: keyed hashes of combinations of values, never of one value that many share.</summary>
internal sealed class BlockKeys
{
    // A record with many names and addresses could otherwise make keys without end.
    private const int MostKeys = 24;

    private readonly string _name;
    private readonly (int[] Fields, string? Transform)[] _parts;

    /// <summary>Reads the rule.</summary>
    public BlockKeys(EncodingSchema schema, BlockSchema rule)
    {
        _name = rule.Name;
        _parts = [.. rule.Parts.Select(part =>
        {
            var (names, transform) = part.Split(':', 2) is [var n, var t] ? (n, t) : (part, null);
            return (names.Split('+').Select(name => schema.Fields.ToList().FindIndex(f => f.Name == name)).ToArray(), transform);
        })];
    }

    /// <summary>The record's keys; none when a part is missing.</summary>
    public ulong[] Of(CanonicalValues values, KeyedHash hash)
    {
        IEnumerable<string> keys = [_name];
        foreach (var (fields, transform) in _parts)
        {
            var choices = Choices(values, fields, transform).Distinct(StringComparer.Ordinal).ToList();
            if (choices.Count == 0)
                return [];
            keys = keys.SelectMany(_ => choices, (key, choice) => $"{key}\u001f{choice}").Take(MostKeys);
        }
        return [.. keys.Select(hash.Value).Distinct()];
    }

    // Several fields joined by + are one part whose values stand in alphabetical order: given and surname, whichever is which.
    private static IEnumerable<string> Choices(CanonicalValues values, int[] fields, string? transform)
    {
        if (fields.Length > 1)
        {
            if (transform == "parts-phonetic")
                return fields.SelectMany(f => Words(values, f)).Select(Phonetic.Code);
            var present = fields.Select(values.Present).ToList();
            return present.Contains(null) ? [] : [string.Join('\u001e', present.Order(StringComparer.Ordinal))];
        }
        var field = fields[0];
        return transform switch
        {
            "parts" => values.Parts(field),
            "parts-phonetic" => Words(values, field).Select(Phonetic.Code),
            "history" => values.History(field),
            "nickname" => values.Nickname(field) is { } nickname ? [nickname] : [],
            _ => values.Present(field) is { } one ? [Transformed(one, transform)] : [],
        };
    }

    private static IEnumerable<string> Words(CanonicalValues values, int field) =>
        values.Parts(field) is { Count: > 0 } parts ? parts : values.Present(field)?.Split(' ') ?? [];

    private static string Transformed(string value, string? transform) => transform switch
    {
        "year" => value.Length == 8 ? value[..4] : value,
        "month-day" => value.Length == 8 ? value[4..] : value,
        "year-month" => value.Length == 8 ? value[..6] : value,
        "phonetic" => Phonetic.Code(value),
        _ => value,
    };
}
