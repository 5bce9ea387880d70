using System.Diagnostics;
using System.Globalization;
using ReadinessPassport.KeyedEncoding.Assessment;
using ReadinessPassport.KeyedEncoding.Clk;

namespace ReadinessPassport.Benchmarks.Encoders;

/// <summary><c>bench clk</c>: rows a second and core of the clkhash-compatible encoder; six features, BLAKE2b, 1,024 bits.</summary>
internal static class ClkBenchmark
{
    private const int Rows = 500_000;

    public static int Run(string[] args)
    {
        var made = new InventedPeople(2);
        var rows = Enumerable.Range(0, Rows).Select(i => made.Next(i)).Select(c => (string[])
        [
            c.FirstName!, c.LastName!, string.Create(CultureInfo.InvariantCulture, $"{c.BirthDate!.Value.Year}-{c.BirthDate.Value.Month:D2}-{c.BirthDate.Value.Day:D2}"), c.Sex!, c.Addresses[0].Line!, c.Addresses[0].PostalCode!,
        ]).ToList();
        var schema = ClkSchemaReader.Read("""
            {"version":3,"clkConfig":{"l":1024,"kdf":{"type":"HKDF","hash":"SHA256"}},"features":[
            {"identifier":"first","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},"strategy":{"bitsPerFeature":200}}},
            {"identifier":"last","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},"strategy":{"bitsPerFeature":200}}},
            {"identifier":"dob","format":{"type":"date","format":"%Y-%m-%d"},"hashing":{"comparison":{"type":"ngram","n":2,"positional":true},"strategy":{"bitsPerFeature":200}}},
            {"identifier":"sex","format":{"type":"enum","values":["Male","Female"]},"hashing":{"comparison":{"type":"exact"},"strategy":{"bitsPerFeature":30}}},
            {"identifier":"street","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},"strategy":{"bitsPerFeature":200}}},
            {"identifier":"zip","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":1,"positional":true},"strategy":{"bitsPerFeature":100}}}]}
            """u8.ToArray());
        var best = double.MaxValue;
        Span<byte> filter = stackalloc byte[128];
        for (var round = 0; round < 3; round++)
        {
            using var encoder = new ClkEncoder(schema, "secret"u8);
            var started = Stopwatch.GetTimestamp();
            for (var row = 0; row < rows.Count; row++)
            {
                encoder.Begin();
                for (var f = 0; f < 6; f++)
                    encoder.Add(f, rows[row][f], row + 1);
                encoder.Finish(filter);
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        Console.WriteLine($"clk    six features, 1,024 bits {Rows / best,10:N0} rows/s on one core ({Rows:N0} rows, best of 3)");
        return 0;
    }
}
