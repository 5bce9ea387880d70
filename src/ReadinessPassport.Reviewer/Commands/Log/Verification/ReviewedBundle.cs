using System.Text.Json.Nodes;
using ReadinessPassport.Policy;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>A bundle with what a reviewer needs of it: its decisions, and the policy folders that were in force.</summary>
internal sealed class ReviewedBundle
{
    private readonly Dictionary<string, PolicyFolder> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<long, JsonObject?> _payloads = [];

    public ReviewedBundle(LogBundle bundle, BundleVerdict verdict, PolicyOptions options)
    {
        (Bundle, Verdict) = (bundle, verdict);
        foreach (var group in bundle.Paths.Where(p => p.StartsWith("policies/", StringComparison.Ordinal)).Select(p => p.Split('/', 3)).Where(p => p.Length == 3).GroupBy(p => p[1]))
            _folders[group.Key] = PolicyFolder.Load(group.OrderBy(p => p[2], StringComparer.Ordinal).Select(p => new PolicyText(p[2], bundle.File(string.Join('/', p)) ?? [])), options);
        Decisions = [.. Of(EntryKinds.Decision).Select(e => (Entry: e, Record: Record(Payload(e)))).Where(d => d.Record is not null).Select(d => new BundledDecision(d.Entry, d.Record!))];
    }

    public LogBundle Bundle { get; }

    public BundleVerdict Verdict { get; }

    /// <summary>Policy folders by the digest under which decisions name them.</summary>
    public IReadOnlyDictionary<string, PolicyFolder> Folders => _folders;

    /// <summary>The decisions whose records are there.</summary>
    public IReadOnlyList<BundledDecision> Decisions { get; }

    public IEnumerable<BundledEntry> Of(string kind) => Verdict.Entries.Where(e => e.Entry.Kind == kind);

    public JsonObject? Payload(BundledEntry entry)
    {
        if (!_payloads.TryGetValue(entry.Index, out var payload))
            _payloads[entry.Index] = payload = Bundle.Payload(entry.Entry.Payload);
        return payload;
    }

    /// <summary>A short text of an entry's payload; null when it is not there or not a text.</summary>
    public string? Text(BundledEntry entry, string member) => Payload(entry)?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // A payload is the record with a salt, or holds the record in one of its members.
    private static JsonObject? Record(JsonObject? map) =>
        map is null ? null : map.ContainsKey("decision_id") && map.ContainsKey("pairs") ? map : map.Select(m => Record(m.Value as JsonObject)).FirstOrDefault(r => r is not null);
}
