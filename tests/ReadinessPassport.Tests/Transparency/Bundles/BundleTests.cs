using System.IO.Compression;
using System.Text.Json.Nodes;
using CsCheck;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Tree;
using Xunit;

namespace ReadinessPassport.Tests.Transparency.Bundles;

public class BundleTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(1, 9L)]
    public void A_bundle_of_a_good_log_verifies(long from, long? until)
    {
        var verdict = SmallLog.Check(SmallLog.Example(more: 20).Bundle(from, until, 3, 11));

        Assert.Empty(verdict.Findings);
        Assert.Equal((until ?? 23) - from, verdict.Entries.Length);
        Assert.Equal(["MA.DESE", "MA.EEC"], verdict.Witnesses);
        Assert.Equal(2, verdict.ConsistencyProofs);
        Assert.Equal(from == 0, verdict.Rebuilt);
    }

    [Fact]
    public void The_same_range_gives_the_same_bytes() => Assert.Equal(SmallLog.Example(5).Bundle(0, null, 4), SmallLog.Example(5).Bundle(0, null, 4));

    [Fact]
    public void Any_unzip_reads_a_bundle()
    {
        using var zip = new ZipArchive(new MemoryStream(SmallLog.Example().Bundle()));
        using var lines = new StreamReader(zip.GetEntry("entries.ndjson")!.Open());

        Assert.Equal(3, lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.NotNull(zip.GetEntry("manifest.json"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_flipped_byte_is_found(long from)
    {
        var good = SmallLog.Example(more: 3).Bundle(from, null, 2);
        Assert.Empty(SmallLog.Check(good).Findings);

        Parallel.For(0, good.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= (byte)(1 << (i % 8));
            Assert.True(SmallLog.Check(bad).Findings.Any(f => f.IsFailure), $"byte {i} of {good.Length}");
        });
    }

    [Fact]
    public void A_bundle_cut_short_or_made_of_anything_is_refused_and_never_crashes()
    {
        var good = SmallLog.Example().Bundle();
        for (var length = 0; length < good.Length; length += 7)
            Assert.Contains(SmallLog.Check(good[..length]).Findings, f => f.IsFailure);
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.Contains(SmallLog.Check(bytes).Findings, f => f.IsFailure), iter: 2000);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte.Array[1, 40]).Sample((at, patch) =>
        {
            var bad = (byte[])good.Clone();
            patch.AsSpan(0, Math.Min(patch.Length, bad.Length - at)).CopyTo(bad.AsSpan(at));
            Assert.True(bad.AsSpan().SequenceEqual(good) || SmallLog.Check(bad).Findings.Any(f => f.IsFailure));
        }, iter: 2000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_forged_entry_is_named_by_its_index_although_every_digest_was_made_again(long from)
    {
        var log = SmallLog.Example(more: 5);
        var contents = log.Contents(from, null, 4); // signed and proved over the true entries
        var forged = log.Entries.ToList();
        forged[5] = SmallLog.Example(more: 6).Entries[6];

        var verdict = SmallLog.Check(SmallLog.Write(contents with { Entries = Enumerable.Range((int)from, forged.Count - (int)from).Select(i => ((long)i, forged[i])).ToAsyncEnumerable() }));

        var first = verdict.Findings.First(f => f.Code == BundleErrors.WrongProof);
        Assert.Equal(from == 0 ? 7 : 5, first.Index); // rebuilt, only a checkpoint can tell; with proofs the entry itself can
    }

    [Fact]
    public void Entries_left_out_or_swapped_are_found()
    {
        var log = SmallLog.Example(more: 5);
        var dropped = log.Contents() with { Entries = log.Entries.Select((e, i) => ((long)i, e)).Take(7).ToAsyncEnumerable(), Until = 7 };
        Assert.Empty(SmallLog.Check(SmallLog.Write(dropped)).Findings); // a shorter range that says so is no lie
        Assert.Throws<AggregateException>(() => SmallLog.Write(dropped with { Until = 8 }));

        var swapped = log.Entries.ToList();
        (swapped[3], swapped[4]) = (swapped[4], swapped[3]);
        Assert.Contains(SmallLog.Check(SmallLog.Write(log.Contents() with { Entries = swapped.Select((e, i) => ((long)i, e)).ToAsyncEnumerable() })).Findings, f => f.Code == BundleErrors.WrongProof);
    }

    [Fact]
    public void A_quorum_counts_different_agencies_with_known_keys()
    {
        var log = SmallLog.Example();
        var one = log.Head(3, witnessed: false);
        var twice = one.With(SmallLog.WitnessKeys[0].Cosign(one, DateTimeOffset.UnixEpoch)).With(SmallLog.WitnessKeys[0].Cosign(one, DateTimeOffset.UnixEpoch.AddDays(1)));

        Assert.Contains(SmallLog.Check(SmallLog.Write(log.Contents() with { Checkpoint = twice })).Findings, f => f.Code == BundleErrors.WrongSignature);
        Assert.Contains(SmallLog.Check(log.Bundle(), SmallLog.Keys with { Witnesses = SmallLog.Keys.Witnesses[..1] }).Findings, f => f.Code == BundleErrors.WrongSignature);
        Assert.Contains(SmallLog.Check(log.Bundle(), SmallLog.Keys with { Log = [SmallLog.WitnessKeys[0].Key] }).Findings, f => f.Code == BundleErrors.WrongSignature);
    }

    [Fact]
    public void A_destroyed_payload_leaves_the_log_verifiable_and_says_so()
    {
        var log = SmallLog.Example();
        log.Payloads.Clear();
        var bundle = log.Bundle();

        Assert.Empty(SmallLog.Check(bundle).Findings);
        using var open = LogBundle.Open(new MemoryStream(bundle));
        Assert.Equal("destroyed under certificate E-0000-0000-0001", open.Withheld(BundleCheck.Run(open).Entries[1].Entry.Payload!));
    }

    [Fact]
    public void Without_a_trust_file_the_verdict_says_that_only_the_bundle_vouches_for_itself()
    {
        using var open = LogBundle.Open(new MemoryStream(SmallLog.Example().Bundle()));

        Assert.True(BundleCheck.Run(open).SelfSigned);
        Assert.False(BundleCheck.Run(open, SmallLog.Keys).SelfSigned);
    }

    [Theory]
    [InlineData("../out.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("con\n")]
    public void No_path_leads_out_of_the_folder(string path)
    {
        var log = SmallLog.Example();
        log.Files.Add(new(path, new byte[1]));

        Assert.IsType<ArgumentException>(Assert.Throws<AggregateException>(() => log.Bundle()).InnerException);
    }

    [Fact]
    public async Task A_compact_range_has_the_root_of_the_definition_after_every_append()
    {
        var leaves = Enumerable.Range(0, 300).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i))).ToList();
        var (range, tiles) = (new CompactRange(), new LeafTiles(leaves));
        Assert.Equal(MerkleHash.Empty(), range.Root());
        foreach (var leaf in leaves)
        {
            range.Append(leaf);
            Assert.Equal(await tiles.Tree(range.Size).RootAsync(TestContext.Current.CancellationToken), range.Root());
        }
    }
}
