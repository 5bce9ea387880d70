using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>
/// Decides again what a decision record says was asked, under the texts of a folder. Credentials are taken as they were; consents and exceptions as the
/// record says they stood, because the persons' consents are not in the log.
/// </summary>
public static class DecisionReplay
{
    private static readonly string[] s_before = ["E-VOCAB", "E-VISA", "E-DEBARRED", "E-INDETERMINATE", "E-LOG"];

    /// <summary>Replays one record.</summary>
    /// <param name="record">As <see cref="DecisionRecord.Json"/> wrote it.</param>
    /// <param name="policy">The texts, and what the log said of agreements then.</param>
    /// <returns>What came of it; null when the text is no decision record.</returns>
    public static ReplayResult? Of(JsonObject record, PolicyDecisionPoint policy)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(policy);
        try
        {
            return Read(record, policy);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or NullReferenceException or ArgumentException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ReplayResult? Read(JsonObject record, PolicyDecisionPoint policy)
    {
        if (record["decision_id"] is null || record["request"] is not JsonObject asked || record["pairs"] is not JsonArray pairs)
            return null;
        var (id, result) = ((string)record["decision_id"]!, (string)record["result"]!);
        var before = pairs.Select(p => p!.AsObject()).ToDictionary(p => ((string)p["provider"]!, (string)p["category"]!));
        // What was refused before any clause was read depends on nothing a text says.
        if (record["reasons"] is JsonArray reasons && reasons.Any(r => s_before.Contains((string?)r!["code"])))
            return new ReplayResult(id, result, result, []);
        var request = Request(asked, DateTimeOffset.Parse((string)record["at"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        var decision = policy.Decide(request, [], new GivenStates((provider, category) => before.TryGetValue((provider, category), out var pair)
            ? (pair["consent"] is null ? ConsentState.None : ConsentState.Active, (string?)pair["exception"])
            : (ConsentState.None, null)));
        var changes = decision.Pairs
            .Select(p => new ReplayChange(p.Provider, p.Category, before.TryGetValue((p.Provider, p.Category), out var was) && (string?)was["result"] == "permit", p.Permitted, string.Join('+', p.Clauses.Select(c => c.Clause))))
            .Where(c => c.Before != c.After);
        return new ReplayResult(id, result, decision.Result, [.. changes]) { Record = decision.Record };
    }

    private static AccessRequest Request(JsonObject asked, DateTimeOffset at)
    {
        var who = asked["requester"]!.AsObject();
        var agency = (string)who["agency"]!;
        return new AccessRequest
        {
            Requester = new(agency, (string)who["role"]!, new Visa(agency, at)),
            Purpose = (string)asked["purpose"]!,
            Mode = AccessModes.Parse((string)asked["mode"]!)!.Value,
            Contributors = [.. asked["contributors"]!.AsArray().Select(c => new Contribution((string)c!["agency"]!, List(c["categories"])))],
            At = at,
            Agreement = (string?)asked["agreement"],
            Table = (string?)asked["table"],
            Snapshot = (string?)asked["snapshot"],
            Actions = List(asked["actions"]),
            Subject = asked["subject"] is JsonObject s ? new((string)s["age_state"]!, (string)s["custody"]!, (string)s["relation"]!) : null,
            Extract = asked["extract"] is JsonObject e ? new(List(e["quasi"]), (string)e["dates"]!, (string)e["geography"]!, List(e["approvals"])) : null,
        };
    }

    private static ImmutableArray<string> List(JsonNode? node) => node is JsonArray list ? [.. list.Select(n => (string)n!)] : [];
}
