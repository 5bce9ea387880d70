using System.Diagnostics;
using ReadinessPassport.KeyedEncoding.Assessment;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Benchmarks.Encoders;

/// <summary><c>bench encode</c>: records a second and core, in memory, for every shipped schema.</summary>
internal static class EncodeBenchmark
{
    private const int Records = 200_000;

    public static int Run(string[] args)
    {
        var made = new InventedPeople(1);
        var children = Enumerable.Range(0, Records).Select(made.Next).ToList();
        foreach (var name in EncodingSchemas.Names)
        {
            var schema = EncodingSchemas.Find(name)!;
            var best = double.MaxValue;
            using var secret = new LinkageSecret(new byte[32]);
            for (var round = 0; round < 4; round++)
            {
                using var encoder = new RecordEncoder(schema, secret, "K-BENCH-1/1", new(2026, 1, 1));
                var started = Stopwatch.GetTimestamp();
                for (var at = 0; at < children.Count;)
                {
                    var into = new EncodedCohortBuilder(schema, 8192);
                    for (var end = Math.Min(children.Count, at + 8192); at < end; at++)
                        encoder.Encode(children[at], into);
                }
                best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
            }
            Console.WriteLine($"encode {name,-24} {Records / best,10:N0} records/s on one core ({Records:N0} records, best of 4)");
        }
        return 0;
    }
}
