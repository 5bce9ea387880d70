using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Tests.Transparency.Bundles;

/// <summary>A log in memory, for bundles of it.</summary>
internal sealed class SmallLog
{
    public static NoteSigner Key { get; } = new("commonwealth/readiness-passport", [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static NoteSigner[] WitnessKeys { get; } = [new("MA.DESE", [.. Enumerable.Range(50, 32).Select(i => (byte)i)]), new("MA.EEC", [.. Enumerable.Range(90, 32).Select(i => (byte)i)])];

    public static BundleKeys Keys { get; } = new([Key.Key], [.. WitnessKeys.Select(w => w.Key)], 2);

    private readonly DateTimeOffset _start = new(2027, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public List<byte[]> Entries { get; } = [];

    public Dictionary<string, byte[]> Payloads { get; } = [];

    public List<BundleFile> Files { get; } = [];

    /// <summary>Appends an entry and returns its id.</summary>
    public string Append(string kind, JsonObject? payload = null, string? subject = null, string agency = "MA.DCF", string role = "caseworker", DateTimeOffset? at = null, params (string, string)[] refs)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"E-0000-0000-{Entries.Count:D4}");
        var json = new JsonObject
        {
            ["v"] = 1, ["kind"] = kind, ["entry"] = id,
            ["at"] = (at ?? _start.AddSeconds(Entries.Count)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["actor"] = new JsonObject { ["agency"] = agency, ["role"] = role },
            ["refs"] = new JsonObject(refs.Select(r => KeyValuePair.Create(r.Item1, (JsonNode?)r.Item2))),
        };
        if (payload is not null)
        {
            payload["salt"] = Convert.ToHexStringLower([.. Enumerable.Repeat((byte)Entries.Count, 32)]);
            var bytes = CanonicalJson.Serialize(payload);
            Payloads[Payload.Digest(bytes)] = bytes;
            json["payload"] = "sha256:" + Payload.Digest(bytes);
        }
        if (subject is not null)
            json["subject"] = "hmac:" + subject;
        Entries.Add(CanonicalJson.Serialize(json));
        return id;
    }

    public LeafTiles Tiles => new(Entries.Select(e => MerkleHash.Leaf(e)));

    public SignedNote Head(long size, bool witnessed = true)
    {
        var note = Key.Sign(new Checkpoint(Key.Key.Name, size, Tiles.Tree(size).RootAsync().AsTask().Result).Text);
        return witnessed ? WitnessKeys.Aggregate(note, (n, w) => n.With(w.Cosign(note, _start.AddHours(1)))) : note;
    }

    public BundleContents Contents(long from = 0, long? until = null, params long[] older) => new()
    {
        Checkpoint = Head(Entries.Count),
        Older = [.. older.Select(s => Head(s, witnessed: false))],
        Tiles = Tiles,
        From = from,
        Until = until ?? Entries.Count,
        Entries = Enumerable.Range((int)from, (int)((until ?? Entries.Count) - from)).Select(i => ((long)i, Entries[i])).ToAsyncEnumerable(),
        Payload = (hash, _) => new(Payloads.TryGetValue(hash, out var bytes) ? new PayloadAnswer(bytes, null) : new PayloadAnswer(null, "destroyed under certificate E-0000-0000-0001")),
        Keys = Keys,
        Files = Files,
    };

    public byte[] Bundle(long from = 0, long? until = null, params long[] older) => Write(Contents(from, until, older));

    public static byte[] Write(BundleContents contents)
    {
        using var bundle = new MemoryStream();
        BundleWriter.WriteAsync(bundle, contents).Wait();
        return bundle.ToArray();
    }

    /// <summary>Steps 1 to 4; what cannot be opened is one finding RP8001.</summary>
    public static BundleVerdict Check(byte[] bundle, BundleKeys? trust = null)
    {
        try
        {
            using var open = LogBundle.Open(new MemoryStream(bundle));
            return BundleCheck.Run(open, trust ?? Keys);
        }
        catch (InvalidDataException e)
        {
            return new BundleVerdict { Findings = [new(BundleErrors.Malformed, null, e.Message)], Entries = [] };
        }
    }

    /// <summary>A few entries of several kinds.</summary>
    public static SmallLog Example(int more = 0)
    {
        var log = new SmallLog();
        log.Append("upload-accepted", refs: [("upload", "U-1111-2222")]);
        var decision = log.Append("decision", new JsonObject { ["words"] = "permit" }, refs: [("decision", "D-7F3K-22Q9")]);
        log.Append("disclosure", new JsonObject { ["redisclosure_notice"] = "N-FERPA-33" }, SubjectReference.Of(new byte[32], "E-0000-0000-0002"), refs: [("decision", "D-7F3K-22Q9"), ("entry", decision)]);
        for (var i = 0; i < more; i++)
            log.Append("checkpoint-witnessed", agency: "MA.DESE", role: "agency-machine");
        return log;
    }
}
