using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>Compares two checkpoints of one log. Two that no consistency proof joins prove that it showed different histories to different people; the two notes alone are the evidence.</summary>
public static class ForkProof
{
    /// <summary>Compares.</summary>
    /// <param name="log">The log's key: both notes must be its own word.</param>
    /// <param name="one">A checkpoint.</param>
    /// <param name="other">Another.</param>
    /// <param name="proof">Whatever proof the log offers from the smaller to the larger size; null when it offers none.</param>
    /// <exception cref="InvalidDataException">A note is no checkpoint, or not signed by the log: it proves nothing.</exception>
    public static ForkVerdict Compare(NoteKey log, SignedNote one, SignedNote other, IReadOnlyList<byte[]>? proof = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (!log.HasSigned(one) || !log.HasSigned(other))
            throw new InvalidDataException("A note is not signed by the log's key and proves nothing.");
        var (a, b) = (Checkpoint.Parse(one), Checkpoint.Parse(other));
        if (a.Size > b.Size)
            (a, b) = (b, a);
        if (a.Origin != log.Name || b.Origin != log.Name)
            throw new InvalidDataException("A note is a checkpoint of another log.");
        if (a.Size == b.Size)
            return a.Root.AsSpan().SequenceEqual(b.Root) ? ForkVerdict.Same : ForkVerdict.Fork;
        if (proof is null && a.Size > 0)
            return ForkVerdict.ProofNeeded;
        return MerkleProof.Extends(a.Size, a.Root, b.Size, b.Root, proof ?? []) ? ForkVerdict.Same : ForkVerdict.Fork;
    }
}
