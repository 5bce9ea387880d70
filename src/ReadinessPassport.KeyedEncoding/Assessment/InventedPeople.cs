using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.KeyedEncoding.Assessment;

/// <summary>People with the value frequencies that matter to an encoder and to those who attack it: few given names, many surnames, nearly as many streets and telephones as households.</summary>
#pragma warning disable CA5394 // Invented people need no secrecy.
internal sealed class InventedPeople(int seed)
{
    private const string Letters = "aaeeiioubcdfghjklmnprstvwz";
    private readonly Random _random = new(seed);
    private readonly string[] _given = Words(seed + 1, 4_000, 3, 9);
    private readonly string[] _surnames = Words(seed + 2, 40_000, 4, 12);
    private readonly string[] _streets = Words(seed + 3, 5_000, 4, 10);
    private readonly string[] _towns = Words(seed + 4, 351, 4, 12);

    /// <summary>The next child.</summary>
    public IdentifyingRecord Next(int id) => new()
    {
        SourceRecordId = $"c{id}",
        FirstName = Skewed(_given),
        MiddleName = _random.Next(3) == 0 ? null : Skewed(_given),
        LastName = _random.Next(12) == 0 ? $"{Skewed(_surnames)}-{Skewed(_surnames)}" : Skewed(_surnames),
        BirthDate = new(2005 + _random.Next(20), 1 + _random.Next(12), 1 + _random.Next(28)),
        Sex = _random.Next(2) == 0 ? "Male" : "Female",
        BirthCity = _random.Next(2) == 0 ? Skewed(_towns) : null,
        Addresses = [new() { Line = $"{1 + _random.Next(400)} {Skewed(_streets)} Street", City = Skewed(_towns), State = "MA", PostalCode = $"0{1000 + _random.Next(1700)}" }],
        Guardians = [new() { FirstName = Skewed(_given) }],
        Telephone = $"978{_random.Next(10_000_000):D7}",
        Identifiers = [new() { System = "MA.SASID", Value = $"10{id:D8}" }],
    };

    // The square of a uniform number: the first names are the common ones.
    private string Skewed(string[] words)
    {
        var u = _random.NextDouble();
        return words[(int)(u * u * words.Length)];
    }

    private static string[] Words(int seed, int count, int shortest, int longest)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => Letters[random.Next(Letters.Length)])))];
    }
}
