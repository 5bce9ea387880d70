using System.Diagnostics;
using System.Globalization;
using ReadinessPassport.KeyedEncoding.Assessment;
using ReadinessPassport.KeyedEncoding;
using ReadinessPassport.KeyedEncoding.Encoders;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Benchmarks.Encoders;

/// <summary><c>bench package [RECORDS]</c>: records to a signed package on disk with two encoding threads, and the most memory it took.</summary>
internal static class PackageBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var records = args is [var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 500_000;
        var path = Path.Combine(Path.GetTempPath(), $"rp-bench-{Environment.ProcessId}.rpc");
        using var key = ProjectKey.New("K-BENCH-1");
        using var identity = AgencyIdentity.New(new("MA.BENCH"));
        using var handles = identity.Handles();
        var started = Stopwatch.GetTimestamp();
        try
        {
            using (var encoding = new CohortEncoding(EncodingSchemas.Find("children-1")!, key, handles, new(2026, 1, 1), () => new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose)))
            {
                await encoding.EncodeAsync(Children(records), threads: 2);
                using var output = File.Create(path);
                encoding.Finish(output, identity, "", "bench", DateTimeOffset.UtcNow);
                output.Flush(flushToDisk: true);
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"package children-1 {records / seconds,10:N0} records/s to a signed package ({records:N0} records, {new FileInfo(path).Length / 1e6:N0} MB, 2 encoding threads, making the records included), peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576:N0} MiB"));
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async IAsyncEnumerable<IdentifyingRecord> Children(int count)
    {
        var made = new InventedPeople(3);
        for (var i = 0; i < count; i++)
            yield return made.Next(i);
        await Task.CompletedTask;
    }
}
