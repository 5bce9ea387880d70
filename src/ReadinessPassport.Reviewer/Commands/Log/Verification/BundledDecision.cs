using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Transparency.Bundles;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>A decision of a bundle. What its record says is somebody's word until the steps have looked at it.</summary>
/// <param name="Entry">Where it stands in the log.</param>
/// <param name="Record">The record as it was kept.</param>
internal sealed record BundledDecision(BundledEntry Entry, JsonObject Record)
{
    public string Id => Text("decision_id");

    public string Result => Text("result");

    public string PolicySha256 => Text("policy_sha256");

    public bool Permits => Result is "permit" or "partly";

    public DateTimeOffset? At => DateTimeOffset.TryParse(Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>The clauses that permitted, such as <c>MA-2027-004@1 R1</c>.</summary>
    public IEnumerable<string> Clauses => Pairs.SelectMany(p => p["clauses_for"] as JsonArray ?? []).OfType<JsonValue>().Select(c => c.TryGetValue<string>(out var clause) ? clause : "").Where(c => c.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The versions of agreements they stand in, such as <c>MA-2027-004@1</c>.</summary>
    public IEnumerable<string> Agreements => Clauses.Select(c => c.Split(' ')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the result follows from the pairs, and nothing is permitted against a reason about the whole request.</summary>
    public bool HoldsTogether
    {
        get
        {
            var permitted = Pairs.Select(p => (string?)p["result"] == "permit").ToList();
            var whole = Record["reasons"] is JsonArray { Count: > 0 };
            return Result == (permitted.Count > 0 && permitted.All(p => p) ? "permit" : permitted.Any(p => p) ? "partly" : "deny") && !(whole && Permits);
        }
    }

    private IEnumerable<JsonObject> Pairs => (Record["pairs"] as JsonArray ?? []).OfType<JsonObject>();

    private string Text(string member) => Record[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
