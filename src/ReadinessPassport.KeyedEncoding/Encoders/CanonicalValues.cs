using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Normalisation;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>The normalised values of one record, field by field: the present value, its parts, its nickname form, and earlier values.</summary>
internal sealed class CanonicalValues
{
    private readonly string?[] _present;
    private readonly string?[] _nickname;
    private readonly IReadOnlyList<string>[] _parts;
    private readonly IReadOnlyList<string>[] _history;
    private readonly EncodingSchema _schema;

    /// <summary>Normalises what the schema asks for.</summary>
    /// <param name="schema">Which fields.</param>
    /// <param name="record">The record; stays at home.</param>
    /// <param name="today">Dates after it are missing.</param>
    public CanonicalValues(EncodingSchema schema, IdentifyingRecord record, DateOnly today)
    {
        _schema = schema;
        (_present, _nickname) = (new string?[schema.Fields.Count], new string?[schema.Fields.Count]);
        (_parts, _history) = (new IReadOnlyList<string>[schema.Fields.Count], new IReadOnlyList<string>[schema.Fields.Count]);
        for (var f = 0; f < schema.Fields.Count; f++)
        {
            var field = schema.Fields[f];
            var all = RawValues.Of(record, field.From, today).Select(raw => Normal(field, raw)).Where(v => v.Whole is not null).ToList();
            var first = all.Count > 0 && all[0].Order == 0 ? all[0] : default;
            _present[f] = first.Whole;
            _nickname[f] = field.Nickname && first.Whole is { } given ? Nicknames.CanonicalOf(given.Split(' ')[0]) : null;
            // "best over all names of the record": the parts of every name it has or had.
            _parts[f] = field.Parts ? [.. all.SelectMany(v => v.Parts ?? []).Distinct(StringComparer.Ordinal)] : [];
            _history[f] = field.History ? [.. all.Select(v => v.Whole!).Distinct(StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>The present value; null when missing.</summary>
    public string? Present(int field) => _present[field];

    /// <summary>The canonical form of the given name; null when not asked for or missing.</summary>
    public string? Nickname(int field) => _nickname[field];

    /// <summary>The parts of the name.</summary>
    public IReadOnlyList<string> Parts(int field) => _parts[field];

    /// <summary>All values known.</summary>
    public IReadOnlyList<string> History(int field) => _history[field];

    /// <summary>The index of a field by name; -1 when the schema has none.</summary>
    public int IndexOf(string name)
    {
        for (var f = 0; f < _schema.Fields.Count; f++)
        {
            if (_schema.Fields[f].Name == name)
                return f;
        }
        return -1;
    }

    private static (string? Whole, IReadOnlyList<string>? Parts, int Order) Normal(FieldSchema field, RawValue raw)
    {
        if (field.Kind == FieldKind.Name)
            return NameNormaliser.Normalise(raw.Text) is { } name ? (name.Whole, name.Parts, raw.Order) : default;
        var whole = field.Kind switch
        {
            FieldKind.Street => StreetNormaliser.Normalise(raw.Text),
            FieldKind.Date => raw.Text, // made from parts, normal already
            FieldKind.Number => raw.Text.Trim() is { Length: > 0 } number ? number : null,
            FieldKind.Code => raw.Kind switch
            {
                RawKind.Sex => ValueNormaliser.Sex(raw.Text),
                RawKind.PostalCode => ValueNormaliser.PostalCode(raw.Text),
                RawKind.Telephone => ValueNormaliser.Telephone(raw.Text),
                RawKind.Identifier => ValueNormaliser.Identifier(raw.Text),
                _ => ValueNormaliser.Code(raw.Text),
            },
            _ => raw.Kind == RawKind.Telephone ? ValueNormaliser.Telephone(raw.Text) : ValueNormaliser.Text(raw.Text),
        };
        return (whole, null, raw.Order);
    }
}
