using System.Text;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Step 3 for checkpoints: each extends the one before it.</summary>
internal sealed class ConsistencyCheck(LogBundle bundle, IReadOnlyList<Checkpoint> heads, Action<string, long?, string> found)
{
    /// <returns>How many pairs are consistent.</returns>
    public int Run()
    {
        var proofs = new Dictionary<(long, long), IReadOnlyList<byte[]>>();
        foreach (var line in Encoding.UTF8.GetString(bundle.File("proofs/consistency.ndjson") ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ProofLine.Parse(line, "older", "newer") is not { } proof || !proofs.TryAdd((proof.First, proof.Second), proof.Path))
                found(BundleErrors.Malformed, null, "a line of proofs/consistency.ndjson is none, or stands there twice");
        }
        var consistent = 0;
        foreach (var (older, newer) in heads.Zip(heads.Skip(1)))
        {
            if (proofs.TryGetValue((older.Size, newer.Size), out var path) && MerkleProof.Extends(older.Size, older.Root, newer.Size, newer.Root, path))
                consistent++;
            else
                found(BundleErrors.WrongProof, older.Size, $"the checkpoint of {newer.Size} entries does not extend that of {older.Size}");
        }
        return consistent;
    }
}
