using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>
/// Steps 1 to 4 of docs/formats/log-bundle.md: files and digests, checkpoints and cosignatures, entries and proofs, payloads. Every step is done whatever an
/// earlier one found; nothing is asked of a network, a database or a clock.
/// </summary>
public sealed class BundleCheck
{
    private const int MostFindings = 1000;
    private readonly LogBundle _bundle;
    private readonly BundleKeys? _trust;
    private readonly ImmutableArray<BundleFinding>.Builder _findings = ImmutableArray.CreateBuilder<BundleFinding>();
    private readonly List<(Checkpoint Head, SignedNote Note)> _heads = [];

    private BundleCheck(LogBundle bundle, BundleKeys? trust) => (_bundle, _trust) = (bundle, trust);

    /// <summary>Checks a bundle.</summary>
    /// <param name="bundle">An opened one.</param>
    /// <param name="trust">Keys obtained apart from the bundle; null takes the bundle's own, and the verdict says so.</param>
    /// <param name="quorum">Another quorum than the keys say; null for theirs.</param>
    public static BundleVerdict Run(LogBundle bundle, BundleKeys? trust = null, int? quorum = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return new BundleCheck(bundle, trust).Run(quorum);
    }

    private BundleVerdict Run(int? quorum)
    {
        Files();
        var keys = _trust ?? OwnKeys();
        var (witnesses, witnessedAt) = Checkpoints(keys, quorum ?? keys.Quorum);
        var entries = new EntryCheck(_bundle, [.. _heads.Select(h => h.Head)], Found);
        entries.Run();
        var consistency = new ConsistencyCheck(_bundle, [.. _heads.Select(h => h.Head)], Found).Run();
        Payloads(entries.Entries);
        return new BundleVerdict
        {
            Findings = _findings.ToImmutable(), Entries = [.. entries.Entries], Checkpoint = _heads.Count > 0 ? _heads[^1].Head : null,
            Witnesses = witnesses, WitnessedAt = witnessedAt, Quorum = quorum ?? keys.Quorum, SelfSigned = _trust is null,
            InclusionProofs = entries.Proofs, ConsistencyProofs = consistency, Rebuilt = _bundle.Manifest.IsWhole,
        };
    }

    private void Files()
    {
        foreach (var path in _bundle.Paths.Where(p => p != BundleManifest.Path && !_bundle.Manifest.Files.ContainsKey(p)))
            Found(BundleErrors.Malformed, null, $"{path} is not in the manifest");
        var buffer = new byte[1 << 16];
        foreach (var (path, (length, sha256)) in _bundle.Manifest.Files)
        {
            if (!_bundle.Zip.Contains(path))
            {
                Found(BundleErrors.Malformed, null, $"{path} is missing");
                continue;
            }
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var content = _bundle.Zip.OpenRead(path);
            var crc = new Crc32();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                digest.AppendData(buffer, 0, read);
                crc.Append(buffer.AsSpan(0, read));
            }
            if (_bundle.Zip.Length(path) != length || Convert.ToHexStringLower(digest.GetHashAndReset()) != sha256 || crc.Value != _bundle.Zip.Crc(path))
                Found(BundleErrors.WrongDigest, null, $"{path} is not the file the manifest lists");
        }
    }

    private BundleKeys OwnKeys()
    {
        try
        {
            return BundleKeys.Parse(_bundle.File("keys.json") ?? throw new InvalidDataException("keys.json is missing"));
        }
        catch (InvalidDataException e)
        {
            Found(BundleErrors.Malformed, null, e.Message);
            return new([], [], 0);
        }
    }

    private (ImmutableArray<string>, DateTimeOffset?) Checkpoints(BundleKeys keys, int quorum)
    {
        foreach (var path in _bundle.Paths.Where(p => p == "checkpoint" || p.StartsWith("checkpoints/", StringComparison.Ordinal)))
            Head(path, keys);
        _heads.Sort((a, b) => a.Head.Size.CompareTo(b.Head.Size));
        if (_heads.Count == 0 || _heads[^1].Head.Size != _bundle.Manifest.Size)
        {
            Found(BundleErrors.Malformed, null, "the newest checkpoint is missing or of another size than the manifest says");
            return ([], null);
        }
        var newest = _heads[^1].Note;
        var witnessed = keys.Witnesses.Select(w => (w.Name, At: w.WitnessedAt(newest))).Where(w => w.At is not null).DistinctBy(w => w.Name).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();
        if (witnessed.Count < quorum)
            Found(BundleErrors.WrongSignature, null, $"{witnessed.Count} of the {quorum} witnesses needed cosigned the newest checkpoint");
        return ([.. witnessed.Select(w => w.Name)], witnessed.Max(w => w.At));
    }

    private void Head(string path, BundleKeys keys)
    {
        try
        {
            var note = SignedNote.Parse(Encoding.UTF8.GetString(_bundle.File(path)!));
            var head = Checkpoint.Parse(note);
            _heads.Add((head, note));
            if (head.Origin != _bundle.Origin || (path != "checkpoint" && path != BundleWriter.OlderPath(head.Size)))
                Found(BundleErrors.Malformed, null, $"{path} is a checkpoint of another log or size");
            if (!keys.Log.Any(k => k.Name == head.Origin && k.HasSigned(note)))
                Found(BundleErrors.WrongSignature, null, $"{path} is not signed by the log's key");
        }
        catch (InvalidDataException)
        {
            Found(BundleErrors.Malformed, null, $"{path} is no checkpoint");
        }
    }

    private void Payloads(List<BundledEntry> entries)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, entry) in entries.Where(e => e.Entry.Payload is not null))
        {
            named.Add(entry.Payload!);
            var bytes = _bundle.File($"payloads/{entry.Payload}.json");
            if (bytes is null)
            {
                if (_bundle.Withheld(entry.Payload!) is null)
                    Found(BundleErrors.Malformed, index, "its payload is neither there nor said to be withheld");
            }
            else if (Entries.Payload.Digest(bytes) != entry.Payload)
            {
                Found(BundleErrors.WrongDigest, index, "its payload does not have the hash the entry says");
            }
            else if (!IsSalted(bytes))
            {
                Found(BundleErrors.Malformed, index, "its payload is not canonical JSON with a salt of 32 bytes");
            }
        }
        foreach (var path in _bundle.Paths.Where(p => p.StartsWith("payloads/", StringComparison.Ordinal) && !named.Contains(p["payloads/".Length..^".json".Length])))
            Found(BundleErrors.Malformed, null, $"{path} belongs to no entry");
    }

    private static bool IsSalted(byte[] payload)
    {
        try
        {
            return JsonNode.Parse(payload, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject json
                && json["salt"] is JsonValue value && value.TryGetValue<string>(out var salt) && salt.Length == 64 && CanonicalJson.Serialize(json).AsSpan().SequenceEqual(payload);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Found(string code, long? index, string words)
    {
        if (_findings.Count < MostFindings)
            _findings.Add(new(code, index, words));
    }
}
