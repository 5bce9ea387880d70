using System.IO.Compression;
using System.Text;
using CsCheck;
using ReadinessPassport.Facts;
using ReadinessPassport.Vocabulary;
using Xunit;

namespace ReadinessPassport.Tests.Facts;

public class FactsFileTests
{
    private static readonly FactsManifest Manifest = new()
    {
        Agency = new("MA.DESE"), Agreement = "MA-2027-004", Program = "test", Created = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), Signer = "0000",
        LeftOut = new Dictionary<string, string> { ["SEALED"] = "fewer than 11" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_read()
    {
        FactsLine[] lines =
        [
            new(Handle(2), "DESE.SIMS.EOY", "2025-06", [new("att.chronic", "2024-25", "Y", "03"), new("k12.grade", "2024-25", "03")]),
            FactsLine.Delete(Handle(1)),
        ];

        var (manifest, read) = await ReadAsync(Write(lines));

        Assert.Equal(2, manifest.Lines);
        Assert.Equal("fewer than 11", manifest.LeftOut["SEALED"]);
        Assert.Equal(lines.OrderBy(l => l.Handle).Select(l => (l.Handle, l.Source, l.AsOf)), read.Select(l => (l.Handle, l.Source, l.AsOf)));
        Assert.Equal(lines[0].Facts, read.Single(l => l.Handle == Handle(2)).Facts);
        Assert.True(read.Single(l => l.Handle == Handle(1)).IsDelete);
    }

    [Fact]
    public void The_same_lines_give_the_same_bytes_in_whatever_order() => Assert.Equal(
        Write([FactsLine.Delete(Handle(1)), FactsLine.Delete(Handle(2))]), Write([FactsLine.Delete(Handle(2)), FactsLine.Delete(Handle(1))]));

    [Theory]
    [InlineData("{\"h\":\"H\",\"op\":\"delete\",\"name\":\"x\"}")]
    [InlineData("{\"h\":\"12345\",\"op\":\"delete\"}")]
    [InlineData("{\"h\":\"H\",\"op\":\"drop\"}")]
    [InlineData("{\"h\":\"H\",\"h\":\"H\",\"op\":\"delete\"}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/2\",\"src\":\"A\",\"facts\":[]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"Lincoln Elementary\",\"facts\":[]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"first.name\",\"p\":\"2024-25\",\"v\":\"Y\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"att.chronic\",\"p\":\"2024-25\",\"v\":\"often\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"att.chronic\",\"p\":\"2024-09-01\",\"v\":\"Y\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"att.chronic\",\"p\":\"2024-26\",\"v\":\"Y\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"att.chronic\",\"p\":\"2024-25\",\"v\":\"Y\"},{\"a\":\"att.chronic\",\"p\":\"2024-25\",\"v\":\"N\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":[{\"a\":\"att.chronic\",\"p\":\"2024-25\",\"v\":\"Y\",\"g\":\"third\"}]}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"A\",\"facts\":{}}")]
    [InlineData("{\"h\":\"H\",\"op\":\"upsert\",\"schema\":\"rp-vocab/1\",\"src\":\"\\ud800\",\"facts\":[]}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"h\":\"H\",\"op\":\"delete\"}\n{\"h\":\"H\",\"op\":\"delete\"}")]
    public async Task A_line_that_breaks_a_rule_is_refused_with_its_number_and_without_its_content(string line)
    {
        var handle = Handle(7).ToString();
        var refused = await Assert.ThrowsAsync<PassportException>(() => ReadAsync(Raw(line.Replace("\"H\"", $"\"{handle}\"", StringComparison.Ordinal) + "\n", line.Count(c => c == '\n') + 1)));

        Assert.Equal("RP3105", refused.Error.Code);
        Assert.Matches("line [12]:", refused.Error.Message);
        foreach (var typed in new[] { "often", "third", "first.name", "Lincoln Elementary", handle, "12345" })
            Assert.DoesNotContain(typed, refused.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task More_or_fewer_lines_than_announced_are_refused(int announced)
    {
        var refused = await Assert.ThrowsAsync<PassportException>(() => ReadAsync(Raw($"{{\"h\":\"{Handle(7)}\",\"op\":\"delete\"}}\n", announced)));

        Assert.Equal("RP3106", refused.Error.Code);
    }

    [Fact]
    public async Task A_line_of_more_than_64_KiB_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PassportException>(() => ReadAsync(Raw($"{{\"h\":\"{Handle(7)}\",\"op\":\"delete\",\"x\":\"{new string('x', 70_000)}\"}}\n", 1)));

        Assert.Contains("64 KiB", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_flipped_is_refused_or_reads_the_same()
    {
        var good = Write([.. Enumerable.Range(0, 20).Select(i => new FactsLine(Handle(i), "DESE.SIMS.EOY", null, [new("att.chronic", "2024-25", "Y")]))]);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 7], Gen.Int[0, good.Length]).Sample((at, bit, length) =>
        {
            var flipped = good.ToArray();
            flipped[at] ^= (byte)(1 << bit);
            foreach (var bytes in new[] { flipped, good[..length] })
            {
                try
                {
                    var (manifest, lines) = ReadAsync(bytes).GetAwaiter().GetResult();
                    // Only ZIP's own book-keeping may differ: dates, attributes.
                    Assert.Equal(20, lines.Count);
                    Assert.Equal(good.Length, bytes.Length);
                }
                catch (PassportException e)
                {
                    Assert.StartsWith("RP31", e.Error.Code, StringComparison.Ordinal);
                }
            }
        }, iter: 1500);
    }

    [Fact]
    public void A_compressed_part_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "manifest.json", "manifest.sig", "facts.ndjson" })
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(new byte[10_000_000]);
            }
        }

        Assert.Equal("RP3101", Assert.Throws<PassportException>(() => FactsFile.ReadManifest(stream, "bomb.rpf", (_, _, _) => true)).Error.Code);
    }

    [Fact]
    public void A_signature_that_is_not_the_agencys_is_refused() =>
        Assert.Equal("RP3103", Assert.Throws<PassportException>(() => FactsFile.ReadManifest(new MemoryStream(Write([])), "x.rpf", (_, _, _) => false)).Error.Code);

    private static RecordHandle Handle(int i) => new([.. BitConverter.GetBytes(i * 7919), .. new byte[12]]);

    private static byte[] Write(IReadOnlyList<FactsLine> lines)
    {
        using var output = new MemoryStream();
        FactsFile.Write(output, new MemoryStream(), lines, Manifest, _ => new byte[64]);
        return output.ToArray();
    }

    // A file whose lines nobody checked before they were signed.
    private static byte[] Raw(string lines, int announced)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("manifest.json", (Manifest with { Lines = announced, FactsSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) }).ToBytes());
            Add("manifest.sig", new byte[64]);
            Add("facts.ndjson", bytes);

            void Add(string name, byte[] content)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }
        return output.ToArray();
    }

    private static async Task<(FactsManifest Manifest, List<FactsLine> Lines)> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var manifest = FactsFile.ReadManifest(stream, "test.rpf", (_, _, _) => true);
        var lines = new List<FactsLine>();
        await foreach (var line in FactsFile.ReadLinesAsync(stream, "test.rpf", manifest, Ct))
            lines.Add(line);
        return (manifest, lines);
    }
}
