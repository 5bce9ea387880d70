using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ReadinessPassport.Transparency.Tree;
using Xunit;

namespace ReadinessPassport.Tests.Transparency;

public class TreeTests
{
    // The eight leaves and roots of the test vectors that all implementations of RFC 6962 share (certificate-transparency, testdata).
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roots_are_those_of_the_shared_vectors()
    {
        var tiles = new LeafTiles(Leaves.Select(l => MerkleHash.Leaf(Convert.FromHexString(l))));

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(await tiles.Tree(0).RootAsync(Ct)));
        for (var size = 1; size <= 8; size++)
            Assert.Equal(Roots[size - 1], Convert.ToHexStringLower(await tiles.Tree(size).RootAsync(Ct)));
    }

    [Fact]
    public async Task A_tree_over_several_tiles_has_the_root_that_the_definition_gives()
    {
        var leaves = Some(70_000);
        var tiles = new LeafTiles(leaves);

        foreach (var size in new[] { 1, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000 })
            Assert.Equal(ByDefinition(leaves.AsSpan(0, size)), await tiles.Tree(size).RootAsync(Ct));
    }

    [Fact]
    public void Every_leaf_is_proved_and_nothing_else_is() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[0, 699], Gen.Int[0, 1_000_000]).Sample((size, leaf, mutation) =>
        {
            leaf %= size;
            var leaves = Some(size);
            var tree = new LeafTiles(leaves).Tree();
            var (root, path) = (tree.RootAsync().AsTask().Result, tree.InclusionAsync(leaf).Result);

            Assert.True(MerkleProof.Includes(leaves[leaf], leaf, size, path, root));
            Assert.False(MerkleProof.Includes(leaves[leaf], leaf + 1, size, path, root));
            Assert.False(MerkleProof.Includes(leaves[leaf], leaf, size, [.. path, new byte[32]], root));
            var wrong = root.ToArray();
            wrong[mutation % 32] ^= (byte)(1 << (mutation % 8));
            Assert.False(MerkleProof.Includes(leaves[leaf], leaf, size, path, wrong));
            if (path.Count > 0)
            {
                var broken = path.Select(h => h.ToArray()).ToList();
                broken[mutation % broken.Count][mutation % 32] ^= (byte)(1 << (mutation % 8));
                Assert.False(MerkleProof.Includes(leaves[leaf], leaf, size, broken, root));
                Assert.False(MerkleProof.Includes(leaves[leaf], leaf, size, [.. path.Skip(1)], root));
            }
        }, iter: 300);

    [Fact]
    public void A_longer_tree_extends_a_shorter_one_and_a_rewritten_one_does_not() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[1, 700], Gen.Int[0, 699]).Sample((a, b, changed) =>
        {
            var (older, newer) = (Math.Min(a, b), Math.Max(a, b));
            var leaves = Some(newer);
            var (one, two) = (new LeafTiles(leaves).Tree(older), new LeafTiles(leaves).Tree());
            var (oldRoot, newRoot, proof) = (one.RootAsync().AsTask().Result, two.RootAsync().AsTask().Result, two.ConsistencyAsync(older).Result);

            Assert.True(MerkleProof.Extends(older, oldRoot, newer, newRoot, proof));
            var rewritten = leaves.ToArray();
            rewritten[changed % older] = new byte[32];
            var other = new LeafTiles(rewritten).Tree();
            Assert.False(MerkleProof.Extends(older, oldRoot, newer, other.RootAsync().AsTask().Result, other.ConsistencyAsync(older).Result));
            Assert.False(MerkleProof.Extends(newer, newRoot, older, oldRoot, proof) && older != newer);
        }, iter: 300);

    [Theory]
    [InlineData(0, "tile/0/000")]
    [InlineData(67, "tile/0/067")]
    [InlineData(1234067, "tile/0/x001/x234/067")]
    public void Paths_of_tiles_are_those_of_tlog_tiles(long index, string path)
    {
        Assert.Equal(path, new TileId(0, index, 256).Path);
        Assert.True(TileId.TryParse(path["tile/0/".Length..] + ".p/5", out var read, out var width));
        Assert.Equal((index, 5), (read, width));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("x001")]
    [InlineData("001/002")]
    [InlineData("x000/001")]
    [InlineData("000.p/0")]
    [InlineData("000.p/256")]
    [InlineData("../etc")]
    [InlineData("000.p/05")]
    public void Other_forms_of_a_path_are_none(string text) => Assert.False(TileId.TryParse(text, out _, out _));

    [Fact]
    public void Bundles_come_apart_as_they_were_put_together()
    {
        byte[][] entries = [[], [1], Encoding.UTF8.GetBytes("entry"), new byte[65_535]];

        Assert.Equal(entries, EntryBundle.Read(EntryBundle.Write(entries)));
        Assert.Throws<InvalidDataException>(() => EntryBundle.Read([0, 5, 1]));
        Assert.Throws<ArgumentException>(() => EntryBundle.Write([new byte[65_536]]));
    }

    private static byte[][] Some(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    private static byte[] ByDefinition(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Length)
            k *= 2;
        return SHA256.HashData([1, .. ByDefinition(leaves[..k]), .. ByDefinition(leaves[k..])]);
    }
}
