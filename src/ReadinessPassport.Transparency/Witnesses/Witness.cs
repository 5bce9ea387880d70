using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>
/// An agency as witness: it cosigns a checkpoint only when that extends the last one it cosigned, and keeps the new one before it answers. Whatever happens to the
/// process, it never cosigns a shorter or another tree afterwards. One call at a time.
/// </summary>
/// <param name="log">The log's key, obtained apart from the log.</param>
/// <param name="signer">The agency's key, under the agency's code.</param>
/// <param name="memory">What it cosigned last.</param>
/// <param name="time">The clock.</param>
public sealed class Witness(NoteKey log, NoteSigner signer, IWitnessMemory memory, TimeProvider time)
{
    /// <summary>Looks at a checkpoint.</summary>
    /// <param name="shown">As <c>/log/checkpoint</c> serves it.</param>
    /// <param name="proof">Brings the consistency proof from an older size to a newer one; asked only when needed.</param>
    /// <exception cref="InvalidDataException">Not a checkpoint, or the memory cannot be read.</exception>
    public async Task<WitnessAnswer> LookAsync(SignedNote shown, Func<long, long, Task<IReadOnlyList<byte[]>>> proof)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(proof);
        var (head, kept) = (Checkpoint.Parse(shown), memory.Last());
        if (head.Origin != log.Name || !log.HasSigned(shown))
            return new WitnessAnswer.Refused(WitnessRefusal.NotTheLogs, kept, shown);
        var now = time.GetUtcNow();
        if (kept is not null)
        {
            var last = Checkpoint.Parse(kept);
            if (head.Size < last.Size)
                return new WitnessAnswer.Refused(WitnessRefusal.Shorter, kept, shown);
            var path = head.Size == last.Size || last.Size == 0 ? [] : await proof(last.Size, head.Size).ConfigureAwait(false);
            if (!MerkleProof.Extends(last.Size, last.Root, head.Size, head.Root, path))
                return new WitnessAnswer.Refused(WitnessRefusal.Rewritten, kept, shown);
            // Whole seconds, as the cosignature says them: a second look within one second is no clock set back.
            if (signer.Key.WitnessedAt(kept) is { } before && now.ToUnixTimeSeconds() < before.ToUnixTimeSeconds())
                return new WitnessAnswer.Refused(WitnessRefusal.ClockBehind, kept, shown);
        }
        // The log's signature and ours: other witnesses' lines are theirs to keep.
        var own = log.OwnLines(shown);
        var line = signer.Cosign(own, now);
        memory.Keep(own.With(line));
        return new WitnessAnswer.Cosigned(head.Size, line);
    }
}
