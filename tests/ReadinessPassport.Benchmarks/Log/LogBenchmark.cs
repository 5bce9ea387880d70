using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Benchmarks.Log;

/// <summary>A log of a million entries: appended in memory, proved, exported whole, and verified whole from the file.</summary>
internal static class LogBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var key = new NoteSigner("bench/readiness-passport", new byte[32]);
        var (range, leaves) = (new CompactRange(), new List<byte[]>(count));
        var appending = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var leaf = MerkleHash.Leaf(Entry(i));
            leaves.Add(leaf);
            range.Append(leaf);
        }
        Report("append", appending, count, "entries");

        var tiles = new LeafTiles(leaves);
        var tree = tiles.Tree();
        var root = range.Root();
        var proving = Stopwatch.StartNew();
        var longest = 0;
        for (var i = 0; i < 1000; i++)
        {
            var index = (long)i * count / 1000;
            var path = await tree.InclusionAsync(index);
            longest = Math.Max(longest, path.Count);
            if (!MerkleProof.Includes(leaves[(int)index], index, count, path, root))
                throw new InvalidDataException("a proof does not verify");
        }
        Report("prove and verify", proving, 1000, $"inclusion proofs, at most {longest} hashes");

        var file = Path.GetTempFileName();
        try
        {
            var exporting = Stopwatch.StartNew();
            await using (var output = File.Create(file, 1 << 20))
            {
                await BundleWriter.WriteAsync(output, new BundleContents
                {
                    Checkpoint = key.Sign(new Checkpoint(key.Key.Name, count, root).Text), Tiles = tiles, From = 0, Until = count, Keys = new([key.Key], [], 0),
                    Entries = Entries(count), Payload = (_, _) => new(new PayloadAnswer(null, "none")),
                });
            }
            Report("export --all", exporting, count, string.Create(CultureInfo.InvariantCulture, $"entries, {new FileInfo(file).Length / 1048576} MiB"));
            var verifying = Stopwatch.StartNew();
            using var bundle = LogBundle.Open(File.OpenRead(file));
            var verdict = BundleCheck.Run(bundle);
            Report("verify --all", verifying, count, $"entries, {verdict.Findings.Length} findings, on one core");
            return verdict.Findings.IsEmpty && verdict.Rebuilt ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async IAsyncEnumerable<(long, byte[])> Entries(int count)
    {
        for (var i = 0; i < count; i++)
            yield return (i, Entry(i));
        await Task.CompletedTask;
    }

    private static byte[] Entry(int i) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{{\"actor\":{{\"agency\":\"MA.DCF\",\"role\":\"caseworker\"}},\"at\":\"{new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(i):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\",\"entry\":\"E-{i:D12}\",\"kind\":\"checkpoint-witnessed\",\"refs\":{{\"agreement\":\"MA-2027-009\",\"decision\":\"D-7F3K-22Q9\"}},\"v\":1}}"));

    private static void Report(string what, Stopwatch watch, int count, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18} {watch.Elapsed.TotalSeconds,8:0.00} s {count / watch.Elapsed.TotalSeconds,12:#,0}/s   {count:#,0} {unit}"));
}
