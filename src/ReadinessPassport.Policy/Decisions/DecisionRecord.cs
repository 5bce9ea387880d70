using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>
/// What the log keeps of a decision: what was asked, the policy's digest, and for each contributor and category the clauses and laws that decided.
/// It holds no subject and no fact. The same request, policy and consents give the same bytes but for id and time.
/// </summary>
public sealed class DecisionRecord
{
    /// <summary>Changes whenever the same policy text could decide differently.</summary>
    public const string EngineVersion = "policy/1";

    private DecisionRecord(JsonObject json) => Json = json;

    /// <summary>The record as JSON: <c>decision_id at request request_sha256 engine_version policy_sha256 pairs parameters obligations result reasons</c>. Clone it before changing it.</summary>
    public JsonObject Json { get; }

    /// <summary>The canonical bytes, as the log's payload holds them.</summary>
    public byte[] Bytes => CanonicalJson.Serialize(Json);

    /// <summary>SHA-256 of what was asked, without time, person and visa.</summary>
    public string RequestSha256 => (string)Json["request_sha256"]!;

    /// <summary>Root digest of the policy folder that decided.</summary>
    public string PolicySha256 => (string)Json["policy_sha256"]!;

    internal static DecisionRecord Of(Decision decision)
    {
        var json = new JsonObject
        {
            ["decision_id"] = decision.Id,
            ["at"] = decision.Request.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["request_sha256"] = CanonicalJson.Digest(RequestJson.Of(decision.Request)),
            ["request"] = RequestJson.Of(decision.Request),
            ["engine_version"] = EngineVersion,
            ["policy_sha256"] = decision.Facts.PolicySha256,
            ["result"] = decision.Result,
            ["pairs"] = new JsonArray([.. decision.Pairs.Select(Pair)]),
            ["reasons"] = new JsonArray([.. decision.Reasons.Where(r => r.Provider is null).Select(Why)]),
        };
        if (decision is Decision.Permit permit)
        {
            json["parameters"] = ParametersJson.Of(permit.Parameters);
            json["obligations"] = new JsonArray([.. permit.Obligations.Select(o => (JsonNode)o.ToString())]);
        }
        return new DecisionRecord(json);
    }

    private static JsonNode Pair(PairDecision pair)
    {
        var json = new JsonObject
        {
            ["provider"] = pair.Provider,
            ["category"] = pair.Category,
            ["result"] = pair.Permitted ? "permit" : "deny",
            ["clauses_for"] = new JsonArray([.. pair.Clauses.Select(c => (JsonNode)c.ToString())]),
            ["reasons"] = new JsonArray([.. pair.Reasons.Select(Why)]),
        };
        if (pair.Consent is not null)
            json["consent"] = pair.Consent;
        if (pair.Exception is not null)
            json["exception"] = pair.Exception;
        return json;
    }

    private static JsonNode Why(Reason reason)
    {
        var json = new JsonObject { ["code"] = reason.Code.Text(), ["words"] = reason.Words };
        foreach (var (name, value) in new (string, string?)[] { ("agreement", reason.Agreement), ("clause", reason.Clause), ("law", reason.Law), ("cite", reason.Citation), ("remedy", reason.Remedy) })
        {
            if (value is not null)
                json[name] = value;
        }
        return json;
    }
}
