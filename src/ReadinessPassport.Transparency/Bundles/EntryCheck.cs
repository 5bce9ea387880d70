using System.Globalization;
using System.Text;
using System.Text.Json;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Step 3 for entries: each of format 1, in its place, and in the tree; a bundle of the whole log rebuilds the tree instead of following proofs.</summary>
internal sealed class EntryCheck(LogBundle bundle, IReadOnlyList<Checkpoint> heads, Action<string, long?, string> found)
{
    private readonly CompactRange _tree = new();
    private readonly Dictionary<long, byte[]> _roots = heads.DistinctBy(h => h.Size).ToDictionary(h => h.Size, h => h.Root);

    /// <summary>What could be read, ascending.</summary>
    public List<BundledEntry> Entries { get; } = [];

    /// <summary>Inclusion proofs that were followed.</summary>
    public int Proofs { get; private set; }

    public void Run()
    {
        using var entries = Lines("entries.ndjson");
        using var proofs = bundle.Manifest.IsWhole ? null : Lines("proofs/inclusion.ndjson");
        var (expected, last, broken) = (bundle.Manifest.From, DateTimeOffset.MinValue, false);
        Root();
        for (string? line; (line = Next(entries)) is not null;)
        {
            if (Line(line) is not var (index, bytes) || index < expected || index >= bundle.Manifest.Until)
            {
                found(BundleErrors.Malformed, expected, "the line of entries.ndjson is none, or out of its place");
                broken = true;
                break;
            }
            if (index != expected && bundle.IsComplete)
                found(BundleErrors.Malformed, expected, "the entry is missing");
            expected = index + 1;
            last = Entry(index, bytes, last);
            if (bundle.Manifest.IsWhole)
            {
                _tree.Append(MerkleHash.Leaf(bytes));
                Root();
            }
            else
            {
                Proof(proofs, index, bytes);
            }
        }
        if (!broken && bundle.IsComplete && expected != bundle.Manifest.Until)
            found(BundleErrors.Malformed, expected, "the entries end before the range does");
        if (proofs is not null && Next(proofs) is not null)
            found(BundleErrors.Malformed, null, "proofs/inclusion.ndjson has more lines than there are entries");
    }

    private DateTimeOffset Entry(long index, byte[] bytes, DateTimeOffset last)
    {
        try
        {
            var entry = LoggedEntry.Parse(bytes);
            if (entry.At < last)
                found(BundleErrors.Malformed, index, "its time is earlier than that of an entry before it");
            Entries.Add(new(index, entry));
            return entry.At > last ? entry.At : last;
        }
        catch (InvalidDataException e)
        {
            found(BundleErrors.Malformed, index, e.Message);
            return last;
        }
    }

    // Wherever a checkpoint was made, the tree rebuilt so far must be the one that was signed.
    private void Root()
    {
        if (bundle.Manifest.IsWhole && _roots.Remove(_tree.Size, out var signed) && !_tree.Root().AsSpan().SequenceEqual(signed))
            found(BundleErrors.WrongProof, _tree.Size - 1, "at or before this entry something is not what the checkpoint was signed over");
    }

    private void Proof(StreamReader? proofs, long index, byte[] bytes)
    {
        if (Next(proofs) is not { } line || ProofLine.Parse(line, "index", "size") is not { } proof || proof.First != index)
        {
            found(BundleErrors.WrongProof, index, "there is no inclusion proof for it");
            return;
        }
        Proofs++;
        if (heads.FirstOrDefault(h => h.Size == proof.Second) is not { } head || !MerkleProof.Includes(MerkleHash.Leaf(bytes), index, head.Size, proof.Path, head.Root))
            found(BundleErrors.WrongProof, index, "its inclusion proof does not lead to the root of a checkpoint");
    }

    private StreamReader? Lines(string path)
    {
        if (bundle.OpenRead(path) is { } stream)
            return new StreamReader(stream, new UTF8Encoding(false), false, 1 << 16);
        found(BundleErrors.Malformed, null, $"{path} is missing");
        return null;
    }

    private static string? Next(StreamReader? lines) => lines?.ReadLine();

    // One form only: {"entry":"BASE64","index":N}
    private static (long Index, byte[] Bytes)? Line(string line)
    {
        const string start = "{\"entry\":\"";
        const string middle = "\",\"index\":";
        var at = line.IndexOf(middle, StringComparison.Ordinal);
        if (at < 0 || line.Length > 8192 || !line.StartsWith(start, StringComparison.Ordinal) || !line.EndsWith('}')
            || !long.TryParse(line.AsSpan()[(at + middle.Length)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        var bytes = new byte[at];
        return Convert.TryFromBase64Chars(line.AsSpan()[start.Length..at], bytes, out var length) ? (index, bytes[..length]) : null;
    }
}
