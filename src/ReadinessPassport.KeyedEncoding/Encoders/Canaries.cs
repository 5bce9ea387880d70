using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>
/// Sixty-four invented people, the same for ever, encoded with every package. Their digest must agree among all agencies of a project: a wrong secret, schema,
/// normaliser, culture or version shows before a run, not as "no matches". A changed canary is a new version of the normaliser.
/// </summary>
public static class Canaries
{
    // Accents, particles, compounds, hyphens, apostrophes and letters that do not decompose: what cultures and versions treat differently.
    private static readonly (string First, string? Middle, string Last)[] s_names =
    [
        ("José", "Luis", "García-López"), ("Nguyễn", "Thị", "Hoa"), ("Jean-Baptiste", null, "St. Fleur"), ("Siobhán", "M", "O’Brien"), ("Łukasz", null, "Wójcik"), ("İpek", "Işıl", "Yıldız"), ("Björn", null, "Åström"), ("Zoë", "Ann", "van der Berg"),
        ("Mei Ling", null, "Chén"), ("Abdul", "Rahman", "al-Hakim"), ("Thu Hương", null, "Trần"), ("João", "Pedro", "da Silva Santos"), ("Strauß", null, "Weiß"), ("Ægir", null, "Þórsson"), ("D'Andre", "Jr", "McDonald"), ("Kateřina", null, "Dvořáková"),
    ];

    /// <summary>The people.</summary>
    public static IReadOnlyList<IdentifyingRecord> All { get; } = [.. Enumerable.Range(0, 64).Select(Person)];

    /// <summary>The digest of their encodings.</summary>
    /// <param name="encoder">An encoder of the project's schema and secret.</param>
    public static string DigestOf(RecordEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var encoded = new EncodedCohortBuilder(encoder.Schema, 64);
        foreach (var person in All)
            encoder.Encode(person, encoded);
        return encoded.ToPlainCohort("canaries").ContentDigest();
    }

    private static IdentifyingRecord Person(int i)
    {
        var (name, other) = (s_names[i % 16], s_names[(i * 7 + 3) % 16]);
        return new()
        {
            SourceRecordId = $"canary-{i}",
            FirstName = i % 9 == 8 ? "Baby Boy" : name.First,
            MiddleName = i % 3 == 0 ? null : name.Middle,
            LastName = i % 5 == 0 ? $"{name.Last} {other.Last}" : other.Last,
            OtherNames = i % 4 == 0 ? [new() { First = "Bill", Last = name.Last, Kind = "former" }] : [],
            BirthDate = new(1990 + i % 25, 1 + i % 12, i % 10 == 9 ? null : 1 + i % 28),
            BirthCity = i % 2 == 0 ? "São Paulo" : null,
            Sex = (i % 3) switch { 0 => "Female", 1 => "M", _ => "NotSelected" },
            Identifiers = [new() { System = "MA.SASID", Value = $"10{i:D8}" }, new() { System = "US.SSN", Value = $"999-00-{1000 + i}" }],
            Addresses = [new() { Line = $"{i + 1} North Main Street, Apt. {i}B", City = "Worcester", State = "MA", PostalCode = $"0160{i % 10}-1234" }, new() { Line = $"P.O. Box {i}", City = "Boston", PostalCode = "02108" }],
            Guardians = i % 2 == 0 ? [new() { FirstName = name.First, Telephone = $"(978) 555-{1000 + i}" }] : [],
            Telephone = i % 3 == 0 ? $"+1 508 555 {2000 + i}" : null,
            BirthOrder = i % 16 == 1 ? 2 : null,
            Further = new Dictionary<string, string> { ["email"] = $"canary{i}@example.org", ["occupation"] = "baker", ["income"] = "41250.5" },
        };
    }
}
