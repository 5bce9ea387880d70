using System.Numerics;

namespace ReadinessPassport.Transparency.Tree;

/// <summary>
/// A tree of a fixed number of leaves, read by tiles: its root, and the proofs of RFC 6962 §2.1.1 and §2.1.2. Each tile is read at most once in the life
/// of this object; a proof needs two tiles a level.
/// </summary>
/// <param name="tiles">Where the hashes are.</param>
/// <param name="size">Leaves; the reader may have more.</param>
public sealed class TiledTree(ITileReader tiles, long size)
{
    private readonly Dictionary<TileId, ReadOnlyMemory<byte>> _read = [];

    /// <summary>How many leaves.</summary>
    public long Size { get; } = size >= 0 ? size : throw new ArgumentOutOfRangeException(nameof(size));

    /// <summary>The root.</summary>
    public async ValueTask<byte[]> RootAsync(CancellationToken ct = default) =>
        Size == 0 ? MerkleHash.Empty() : await RangeAsync(0, Size, ct).ConfigureAwait(false);

    /// <summary>The audit path of a leaf, from the leaf's sibling up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long index, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var path = new List<byte[]>();
        await PathAsync(index, 0, Size, path, ct).ConfigureAwait(false);
        return path;
    }

    /// <summary>The proof that the tree of the first <paramref name="older"/> leaves is a prefix of this one. Empty when the sizes are equal or the older tree is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is larger.</exception>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long older, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(older);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, Size);
        var proof = new List<byte[]>();
        if (older > 0 && older < Size)
            await SubproofAsync(older, 0, Size, true, proof, ct).ConfigureAwait(false);
        return proof;
    }

    private async ValueTask PathAsync(long leaf, long start, long count, List<byte[]> path, CancellationToken ct)
    {
        if (count == 1)
            return;
        var left = Split(count);
        if (leaf < left)
        {
            await PathAsync(leaf, start, left, path, ct).ConfigureAwait(false);
            path.Add(await RangeAsync(start + left, count - left, ct).ConfigureAwait(false));
        }
        else
        {
            await PathAsync(leaf - left, start + left, count - left, path, ct).ConfigureAwait(false);
            path.Add(await RangeAsync(start, left, ct).ConfigureAwait(false));
        }
    }

    // SUBPROOF of RFC 6962 §2.1.2: known says whether the verifier has the hash of this whole subtree already.
    private async ValueTask SubproofAsync(long older, long start, long count, bool known, List<byte[]> proof, CancellationToken ct)
    {
        if (older == count)
        {
            if (!known)
                proof.Add(await RangeAsync(start, count, ct).ConfigureAwait(false));
            return;
        }
        var left = Split(count);
        if (older <= left)
        {
            await SubproofAsync(older, start, left, known, proof, ct).ConfigureAwait(false);
            proof.Add(await RangeAsync(start + left, count - left, ct).ConfigureAwait(false));
        }
        else
        {
            await SubproofAsync(older - left, start + left, count - left, false, proof, ct).ConfigureAwait(false);
            proof.Add(await RangeAsync(start, left, ct).ConfigureAwait(false));
        }
    }

    private async ValueTask<byte[]> RangeAsync(long start, long count, CancellationToken ct)
    {
        if (BitOperations.IsPow2(count))
            return await SubtreeAsync(BitOperations.Log2((ulong)count), start / count, ct).ConfigureAwait(false);
        var split = Split(count);
        var left = await RangeAsync(start, split, ct).ConfigureAwait(false);
        var right = await RangeAsync(start + split, count - split, ct).ConfigureAwait(false);
        return MerkleHash.Node(left, right);
    }

    // The root of the complete subtree of 2^height leaves with this index at that height.
    private async ValueTask<byte[]> SubtreeAsync(int height, long index, CancellationToken ct)
    {
        var (level, above) = (height / 8, height % 8);
        var first = index << above;
        var id = TileId.Holding(level, first, Size);
        if (!_read.TryGetValue(id, out var tile))
        {
            tile = await tiles.ReadAsync(id, ct).ConfigureAwait(false);
            if (tile.Length != id.Width * MerkleHash.Length)
                throw new InvalidDataException($"The tile {id.Path} has {tile.Length} bytes.");
            _read[id] = tile;
        }
        return TileRoot(tile.Span.Slice((int)(first % TileId.Complete) * MerkleHash.Length, MerkleHash.Length << above));
    }

    /// <summary>The root over neighbouring hashes, a power of two of them, such as those of a complete tile.</summary>
    /// <exception cref="ArgumentException">Not a power of two.</exception>
    public static byte[] TileRoot(ReadOnlySpan<byte> hashes)
    {
        var count = hashes.Length / MerkleHash.Length;
        if (hashes.Length % MerkleHash.Length != 0 || !BitOperations.IsPow2(count))
            throw new ArgumentException("The hashes must be a power of two in number.", nameof(hashes));
        if (count == 1)
            return hashes.ToArray();
        var half = hashes.Length / 2;
        return MerkleHash.Node(TileRoot(hashes[..half]), TileRoot(hashes[half..]));
    }

    // The largest power of two below count.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
