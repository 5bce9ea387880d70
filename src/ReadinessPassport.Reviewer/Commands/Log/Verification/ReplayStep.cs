using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReadinessPassport.Policy;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>Step 6: every decision is decided again under the texts then in force, with agreements suspended as the log said, and must come out as recorded.</summary>
internal static class ReplayStep
{
    public static StepReport Run(ReviewedBundle bundle)
    {
        var findings = ImmutableArray.CreateBuilder<BundleFinding>();
        var points = new Dictionary<(string Policy, string States), PolicyDecisionPoint>();
        var states = AgreementStates.None;
        var same = 0;
        var decisions = bundle.Decisions.ToDictionary(d => d.Entry.Index);
        foreach (var entry in bundle.Verdict.Entries)
        {
            states = After(states, entry);
            if (!decisions.TryGetValue(entry.Index, out var decision))
                continue;
            if (Problem(decision, bundle, states, points) is { } problem)
                findings.Add(new(BundleErrors.ReplayDiffers, entry.Index, problem));
            else
                same++;
        }
        var withheld = bundle.Of(EntryKinds.Decision).Count() - bundle.Decisions.Count;
        return new("replay", $"{same} decisions{(withheld > 0 ? $", {withheld} withheld" : "")}", findings.ToImmutable());
    }

    private static string? Problem(BundledDecision decision, ReviewedBundle bundle, AgreementStates states, Dictionary<(string, string), PolicyDecisionPoint> points)
    {
        if (decision.Entry.Entry.Refs.TryGetValue("decision", out var named) && named != decision.Id)
            return $"the entry is of {named}, its record of {decision.Id}";
        if ((string?)decision.Record["engine_version"] != DecisionRecord.EngineVersion)
            return $"{decision.Id} was decided by another engine; this one is {DecisionRecord.EngineVersion}";
        if (!bundle.Folders.TryGetValue(decision.PolicySha256, out var folder))
            return $"{decision.Id} names policy texts that are not in the bundle";
        if (decision.Record["request"] is not JsonObject request || CanonicalJson.Digest(request) != (string?)decision.Record["request_sha256"])
            return $"{decision.Id}: the request is not the one whose digest was recorded";
        var key = (decision.PolicySha256, string.Join(' ', states.Suspended.Order(StringComparer.Ordinal)) + "|" + string.Join(' ', states.Withdrawn.Order()));
        if (!points.TryGetValue(key, out var policy))
            points[key] = policy = new PolicyDecisionPoint(folder, states);
        if (DecisionReplay.Of(decision.Record, policy) is not { } replay)
            return $"{decision.Id}: its record cannot be read";
        if (replay.IsSame)
            return decision.HoldsTogether ? Differs(decision.Record, replay.Record?.Json) is { } member ? $"{decision.Id}: '{member}' comes out differently" : null : $"{decision.Id}: its result is not what its pairs and reasons say";
        return replay.Changes.Length > 0
            ? $"{decision.Id}: {string.Join(", ", replay.Changes.Take(3).Select(c => $"{c.Provider} {c.Category} was {Word(c.Before)} and comes out {Word(c.After)}"))}"
            : $"{decision.Id} was '{replay.Before}' and comes out '{replay.After}'";
    }

    // Byte for byte, but for what a replay cannot know: its own id and time, the salt, and what consents a person had that did not count.
    private static string? Differs(JsonObject record, JsonObject? now) =>
        now?.Select(m => m.Key).FirstOrDefault(k => k is not ("decision_id" or "at") && !Canonical(record[k]).AsSpan().SequenceEqual(Canonical(now[k])));

    private static byte[] Canonical(JsonNode? node)
    {
        var copy = node?.DeepClone();
        foreach (var pair in (copy as JsonArray ?? []).OfType<JsonObject>())
        {
            pair.Remove("consent");
            if ((string?)pair["result"] == "deny")
                pair.Remove("reasons"); // they tell expired from never given, which the record does not
            foreach (var reason in (pair["reasons"] as JsonArray ?? []).OfType<JsonObject>())
                reason.Remove("words"); // they quote the consent's id; code, clause, law and citation remain
        }
        return CanonicalJson.Serialize(copy);
    }

    private static AgreementStates After(AgreementStates states, BundledEntry entry)
    {
        if (!entry.Entry.Refs.TryGetValue("agreement", out var agreement))
            return states;
        var id = agreement.Split('@')[0];
        return entry.Entry.Kind switch
        {
            "agreement-suspended" => states with { Suspended = states.Suspended.Add(id) },
            "agreement-activated" => states with { Suspended = states.Suspended.Remove(id) },
            "agreement-withdrawn" => states with { Withdrawn = states.Withdrawn.Add((id, entry.Entry.Agency)) },
            _ => states,
        };
    }

    private static string Word(bool permitted) => permitted ? "permitted" : "denied";
}
