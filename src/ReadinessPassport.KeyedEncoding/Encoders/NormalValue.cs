using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Normalisation;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>A value after <c>rp-norm/1</c>. A class and not a record, so that nothing prints it by accident.</summary>
internal sealed class NormalValue
{
    private NormalValue(string text) => Text = text;

    /// <summary>The normalised text; never empty.</summary>
    public string Text { get; }

    /// <summary>Whether all of it is known: a date without its day is not whole.</summary>
    public bool IsWhole { get; private init; } = true;

    /// <summary>The words of a name that are names by themselves.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>The canonical form of the first word, where the table knows nicknames.</summary>
    public string? Nickname { get; private init; }

    /// <summary>Normalises a value of a field; null when it says nothing.</summary>
    public static NormalValue? Of(FieldSchema field, RawValue raw)
    {
        if (field.Kind == FieldKind.Name)
        {
            return NameNormaliser.Normalise(raw.Text) is { } name
                ? new(name.Whole) { Parts = name.Parts, Nickname = field.Nickname ? Nicknames.CanonicalOf(name.Whole.Split(' ')[0]) : null }
                : null;
        }
        var text = field.Kind switch
        {
            FieldKind.Street => StreetNormaliser.Normalise(raw.Text),
            FieldKind.Date => raw.Text, // made of parts, normal already
            FieldKind.Number => raw.Text.Trim() is { Length: > 0 } number ? number : null,
            _ => raw.Kind switch
            {
                RawKind.Sex => ValueNormaliser.Sex(raw.Text),
                RawKind.PostalCode => ValueNormaliser.PostalCode(raw.Text),
                RawKind.Telephone => ValueNormaliser.Telephone(raw.Text),
                RawKind.Identifier => ValueNormaliser.Identifier(raw.Text),
                _ => field.Kind == FieldKind.Code ? ValueNormaliser.Code(raw.Text) : ValueNormaliser.Text(raw.Text),
            },
        };
        return string.IsNullOrEmpty(text) ? null : new(text) { IsWhole = field.Kind != FieldKind.Date || text.Length == 8 };
    }

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => "NormalValue (hidden)";
}
