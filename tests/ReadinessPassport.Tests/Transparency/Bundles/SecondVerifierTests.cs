using CsCheck;
using Xunit;

namespace ReadinessPassport.Tests.Transparency.Bundles;

public class SecondVerifierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_second_verifier_written_from_the_paper_accepts_what_ours_accepts(long from)
    {
        var bundle = SmallLog.Example(more: 30).Bundle(from, null, 7, 16);

        Assert.Empty(SmallLog.Check(bundle).Findings);
        Assert.True(SecondVerifier.Accepts(bundle));
    }

    [Fact]
    public void What_the_second_verifier_refuses_ours_refuses_too()
    {
        var good = SmallLog.Example(more: 6).Bundle(0, null, 4);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[1, 255]).Sample((at, mask) =>
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= (byte)mask;
            // The framework's ZIP overlooks bytes of headers that it has no use for; ours does not.
            Assert.True(SecondVerifier.Accepts(bad) || SmallLog.Check(bad).Findings.Any(f => f.IsFailure));
        }, iter: 3000);
    }

    [Fact]
    public void Both_refuse_a_forged_entry_a_forged_checkpoint_and_a_quorum_of_one()
    {
        var log = SmallLog.Example(more: 6);
        var forged = log.Entries.ToList();
        forged[5] = forged[4];
        byte[][] bad =
        [
            SmallLog.Write(log.Contents() with { Entries = forged.Select((e, i) => ((long)i, e)).ToAsyncEnumerable() }),
            SmallLog.Write(log.Contents(2) with { Entries = forged.Skip(2).Select((e, i) => ((long)i + 2, e)).ToAsyncEnumerable() }),
            SmallLog.Write(log.Contents() with { Checkpoint = log.Head(log.Entries.Count, witnessed: false) }),
            SmallLog.Write(log.Contents() with { Keys = SmallLog.Keys with { Log = [SmallLog.WitnessKeys[0].Key] } }),
        ];

        Assert.All(bad, b => Assert.False(SecondVerifier.Accepts(b)));
        Assert.All(bad, b => Assert.Contains(SmallLog.Check(b, SmallLog.Keys).Findings.Concat(Own(b)), f => f.IsFailure));
    }

    // Both with the keys in the bundle.
    private static IEnumerable<ReadinessPassport.Transparency.Bundles.BundleFinding> Own(byte[] bundle)
    {
        using var open = ReadinessPassport.Transparency.Bundles.LogBundle.Open(new MemoryStream(bundle));
        return ReadinessPassport.Transparency.Bundles.BundleCheck.Run(open).Findings;
    }
}
