using System.Globalization;
using ReadinessPassport.KeyedEncoding.Normalisation;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>The values of canonical fields in an edge record, by the names that encoding schemas use in <c>from</c>.</summary>
internal static class RawValues
{
    private const string IdentifierPrefix = "Identifier:";

    /// <summary>The canonical fields a schema may name; besides <c>Identifier:SYSTEM</c> and names of further values.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["FirstName", "MiddleName", "LastName", "Suffix", "OtherLastNames", "OtherFirstNames", "BirthDate", "BirthCity", "Sex", "Street", "City", "State", "PostalCode", "Guardian", "Telephone", "MultipleBirth", "BirthOrder"];

    /// <summary>All values, the present one first. Several fields are joined with a blank, the present values only; but names listed after <c>LastName</c> or <c>FirstName</c> that begin with <c>Other</c> are further values of it.</summary>
    public static IEnumerable<RawValue> Of(IdentifyingRecord record, IReadOnlyList<string> from, DateOnly today)
    {
        var main = from.Where(f => !f.StartsWith("Other", StringComparison.Ordinal)).ToList();
        if (main.Count == 1)
        {
            foreach (var value in One(record, main[0], today))
                yield return value;
        }
        else if (main.Count > 1)
        {
            var joined = string.Join(' ', main.SelectMany(f => One(record, f, today).Where(v => v.Order == 0)).Select(v => v.Text));
            if (joined.Length > 0)
                yield return new(joined, RawKind.Plain, 0);
        }
        foreach (var other in from.Where(f => f.StartsWith("Other", StringComparison.Ordinal)))
        {
            foreach (var value in One(record, other, today))
                yield return value;
        }
    }

    private static IEnumerable<RawValue> One(IdentifyingRecord record, string field, DateOnly today) => field switch
    {
        "FirstName" => Single(record.FirstName),
        "MiddleName" => Single(record.MiddleName),
        "LastName" => Single(record.LastName),
        "Suffix" => Single(record.Suffix ?? NameNormaliser.Normalise(record.LastName)?.Suffix),
        "OtherLastNames" => record.OtherNames.Where(n => n.Last is not null).Select((n, i) => new RawValue(n.Last!, RawKind.Plain, i + 1)),
        "OtherFirstNames" => record.OtherNames.Where(n => n.First is not null).Select((n, i) => new RawValue(n.First!, RawKind.Plain, i + 1)),
        "BirthDate" => Single(ValueNormaliser.Date(record.BirthDate, today)),
        "BirthCity" => Single(record.BirthCity),
        "Sex" => Single(record.Sex, RawKind.Sex),
        "Street" => Addresses(record, a => a.Line),
        "City" => Addresses(record, a => a.City),
        "State" => Addresses(record, a => a.State),
        "PostalCode" => Addresses(record, a => a.PostalCode, RawKind.PostalCode),
        "Guardian" => record.Guardians.Where(g => g.FirstName is not null).Select((g, i) => new RawValue(g.FirstName!, RawKind.Plain, i)),
        "Telephone" => record.Guardians.Select(g => g.Telephone).Prepend(record.Telephone).Where(t => t is not null).Distinct(StringComparer.Ordinal).Select((t, i) => new RawValue(t!, RawKind.Telephone, i)),
        "MultipleBirth" => Single(record.MultipleBirth is { } multiple ? (multiple ? "multiple" : "single") : null),
        "BirthOrder" => Single(record.BirthOrder?.ToString(CultureInfo.InvariantCulture)),
        _ when field.StartsWith(IdentifierPrefix, StringComparison.Ordinal) => record.Identifiers.Where(i => i.System == field[IdentifierPrefix.Length..]).Select((i, n) => new RawValue(i.Value, RawKind.Identifier, n)),
        _ => Single(record.Further.GetValueOrDefault(field)),
    };

    private static IEnumerable<RawValue> Single(string? text, RawKind kind = RawKind.Plain) => string.IsNullOrWhiteSpace(text) ? [] : [new(text, kind, 0)];

    private static IEnumerable<RawValue> Addresses(IdentifyingRecord record, Func<PostalAddress, string?> part, RawKind kind = RawKind.Plain) =>
        record.Addresses.Select((a, i) => (Text: part(a), Order: i)).Where(a => !string.IsNullOrWhiteSpace(a.Text)).Select(a => new RawValue(a.Text!, kind, a.Order));
}
