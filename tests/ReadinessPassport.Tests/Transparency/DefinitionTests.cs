using System.Security.Cryptography;
using ReadinessPassport.Transparency.Tree;
using Xunit;

namespace ReadinessPassport.Tests.Transparency;

/// <summary>Trees of 0 to 300 leaves against RFC 6962 §2.1 written down once more, word for word and without our code: MTH, PATH and SUBPROOF.</summary>
public class DefinitionTests
{
    private static readonly byte[][] Entries = [.. Enumerable.Range(0, 300).Select(i => BitConverter.GetBytes(i * 7919))];
    private readonly Dictionary<(int, int), byte[]> _known = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roots_and_inclusion_proofs_are_those_of_the_definition()
    {
        var tiles = new LeafTiles(Entries.Select(e => MerkleHash.Leaf(e)));
        for (var n = 0; n <= 300; n++)
        {
            var tree = tiles.Tree(n);
            Assert.Equal(Mth(0, n), await tree.RootAsync(Ct));
            foreach (var m in Enumerable.Range(0, n).Where(m => Looked(m, n)))
            {
                var path = await tree.InclusionAsync(m, Ct);
                Assert.Equal(Path(m, 0, n), path);
                Assert.True(MerkleProof.Includes(MerkleHash.Leaf(Entries[m]), m, n, path, Mth(0, n)));
            }
        }
    }

    [Fact]
    public async Task Consistency_proofs_are_those_of_the_definition()
    {
        var tiles = new LeafTiles(Entries.Select(e => MerkleHash.Leaf(e)));
        for (var n = 1; n <= 300; n++)
        {
            var tree = tiles.Tree(n);
            foreach (var m in Enumerable.Range(1, n).Where(m => Looked(m, n)))
            {
                var proof = await tree.ConsistencyAsync(m, Ct);
                Assert.Equal(m == n ? [] : Subproof(m, 0, n, true), proof);
                Assert.True(MerkleProof.Extends(m, Mth(0, m), n, Mth(0, n), proof));
            }
        }
    }

    // All of small trees; of larger ones the edges, the powers of two, and every thirteenth.
    private static bool Looked(int m, int n) => n <= 70 || m <= 2 || n - m <= 2 || int.IsPow2(m) || m % 13 == n % 13;

    private byte[] Mth(int from, int to)
    {
        if (_known.TryGetValue((from, to), out var known))
            return known;
        var n = to - from;
        var hash = n == 0 ? SHA256.HashData([]) : n == 1 ? SHA256.HashData([0, .. Entries[from]]) : SHA256.HashData([1, .. Mth(from, from + K(n)), .. Mth(from + K(n), to)]);
        return _known[(from, to)] = hash;
    }

    private List<byte[]> Path(int m, int from, int to)
    {
        var n = to - from;
        return n == 1 ? [] : m < K(n) ? [.. Path(m, from, from + K(n)), Mth(from + K(n), to)] : [.. Path(m - K(n), from + K(n), to), Mth(from, from + K(n))];
    }

    private List<byte[]> Subproof(int m, int from, int to, bool b)
    {
        var n = to - from;
        if (m == n)
            return b ? [] : [Mth(from, to)];
        return m <= K(n) ? [.. Subproof(m, from, from + K(n), b), Mth(from + K(n), to)] : [.. Subproof(m - K(n), from + K(n), to, false), Mth(from, from + K(n))];
    }

    private static int K(int n)
    {
        var k = 1;
        while (2 * k < n)
            k *= 2;
        return k;
    }
}
