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

    /// <summary>Adds all values, the present one first. Several fields are joined with a blank, the present values only; but names that begin with <c>Other</c> are further values.</summary>
    public static void Of(IdentifyingRecord record, IReadOnlyList<string> from, DateOnly today, List<RawValue> into)
    {
        if (from.Count == 1)
        {
            Add(record, from[0], today, into);
            return;
        }
        var main = from.Where(IsMain).ToList();
        if (main.Count == 1)
        {
            Add(record, main[0], today, into);
        }
        else
        {
            var parts = new List<RawValue>();
            foreach (var field in main)
                Add(record, field, today, parts);
            var joined = string.Join(' ', parts.Where(v => v.Order == 0).Select(v => v.Text));
            if (joined.Length > 0)
                into.Add(new(joined, RawKind.Plain, 0));
        }
        foreach (var other in from)
        {
            if (!IsMain(other))
                Add(record, other, today, into);
        }
    }

    private static bool IsMain(string field) => !field.StartsWith("Other", StringComparison.Ordinal);

    private static void Add(IdentifyingRecord record, string field, DateOnly today, List<RawValue> into)
    {
        switch (field)
        {
            case "FirstName": Single(record.FirstName, into); break;
            case "MiddleName": Single(record.MiddleName, into); break;
            case "LastName": Single(record.LastName, into); break;
            case "Suffix": Single(record.Suffix ?? NameNormaliser.Normalise(record.LastName)?.Suffix, into); break;
            case "OtherLastNames":
                for (var i = 0; i < record.OtherNames.Count; i++)
                    Single(record.OtherNames[i].Last, into, order: i + 1);
                break;
            case "OtherFirstNames":
                for (var i = 0; i < record.OtherNames.Count; i++)
                    Single(record.OtherNames[i].First, into, order: i + 1);
                break;
            case "BirthDate": Single(ValueNormaliser.Date(record.BirthDate, today), into); break;
            case "BirthCity": Single(record.BirthCity, into); break;
            case "Sex": Single(record.Sex, into, RawKind.Sex); break;
            case "Street":
                for (var i = 0; i < record.Addresses.Count; i++)
                    Single(record.Addresses[i].Line, into, order: i);
                break;
            case "City":
                for (var i = 0; i < record.Addresses.Count; i++)
                    Single(record.Addresses[i].City, into, order: i);
                break;
            case "State":
                for (var i = 0; i < record.Addresses.Count; i++)
                    Single(record.Addresses[i].State, into, order: i);
                break;
            case "PostalCode":
                for (var i = 0; i < record.Addresses.Count; i++)
                    Single(record.Addresses[i].PostalCode, into, RawKind.PostalCode, i);
                break;
            case "Guardian":
                for (var i = 0; i < record.Guardians.Count; i++)
                    Single(record.Guardians[i].FirstName, into, order: i);
                break;
            case "Telephone":
                Single(record.Telephone, into, RawKind.Telephone);
                for (var i = 0; i < record.Guardians.Count; i++)
                    Single(record.Guardians[i].Telephone, into, RawKind.Telephone, record.Telephone is null ? i : i + 1);
                break;
            case "MultipleBirth": Single(record.MultipleBirth is { } multiple ? multiple ? "multiple" : "single" : null, into); break;
            case "BirthOrder": Single(record.BirthOrder?.ToString(CultureInfo.InvariantCulture), into); break;
            default:
                if (field.StartsWith(IdentifierPrefix, StringComparison.Ordinal))
                {
                    foreach (var identifier in record.Identifiers)
                    {
                        if (field.AsSpan(IdentifierPrefix.Length).SequenceEqual(identifier.System))
                            Single(identifier.Value, into, RawKind.Identifier, into.Count);
                    }
                }
                else
                {
                    Single(record.Further.GetValueOrDefault(field), into);
                }
                break;
        }
    }

    private static void Single(string? text, List<RawValue> into, RawKind kind = RawKind.Plain, int order = 0)
    {
        if (!string.IsNullOrWhiteSpace(text))
            into.Add(new(text, kind, order));
    }
}
