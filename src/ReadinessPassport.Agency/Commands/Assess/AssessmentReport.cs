using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.EncodedRecords;
using ReadinessPassport.KeyedEncoding.Assessment;

namespace ReadinessPassport.Agency.Commands.Assess;

/// <summary>What the attacks found, against the project's limit.</summary>
/// <param name="Schema">What was attacked.</param>
/// <param name="People">How many people.</param>
/// <param name="Limit">Share that may be named.</param>
/// <param name="Results">Each attack on each thing sent.</param>
internal sealed record AssessmentReport(EncodingSchema Schema, int People, double Limit, IReadOnlyList<AttackResult> Results)
{
    /// <summary>The largest share that one attack on one thing names.</summary>
    public double Worst => Results.Count == 0 ? 0 : Results.Max(r => r.Named);

    /// <summary>Whether nothing is above the limit.</summary>
    public bool Passes => Worst <= Limit;

    /// <summary>A sentence and a remedy for each attack above the limit.</summary>
    public IEnumerable<(string Sentence, string Remedy)> Findings => Results.Where(r => r.Named > Limit).OrderByDescending(r => r.Named).Select(r =>
        (string.Create(CultureInfo.InvariantCulture, $"{r.Target}: a {r.Attack} attack names {r.Named:P1} of the people without the key."),
            r.Target.EndsWith("#value", StringComparison.Ordinal)
                ? "send this field only to a linkage unit that the agreement trusts with pseudonymous person data, or set valueHash to none"
                : "send a diffused record filter (children-record-1) instead of this field's filter; diffusion alone does not save a field, because equal values stay equal"));

    /// <summary>One sentence.</summary>
    public string Verdict => Passes
        ? string.Create(CultureInfo.InvariantCulture, $"Within the limit of {Limit:P1}: the most that one attack named is {Worst:P2}. Other attacks may do better; these remain pseudonymous personal data.")
        : string.Create(CultureInfo.InvariantCulture, $"OVER the limit of {Limit:P1}: up to {Worst:P1} can be named without the key. Only a trusted linkage unit may receive this ({(Schema.Mode == EncodingMode.TrustedUnit ? "the schema says so: mode trusted-unit" : "and the schema's mode does not say so")}).");

    /// <summary>The report as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["schemaName"] = Schema.Name,
        ["schemaSha256"] = EncodingSchemaJson.Digest(Schema),
        ["mode"] = Schema.Mode.ToString(),
        ["people"] = People,
        ["overlap"] = 1.0,
        ["limit"] = Limit,
        ["passes"] = Passes,
        ["worst"] = Worst,
        ["verdict"] = Verdict,
        ["attacks"] = new JsonArray([.. Results.Select(r => new JsonObject { ["attack"] = r.Attack, ["target"] = r.Target, ["records"] = r.Records, ["claimed"] = r.Claimed, ["right"] = r.Right, ["named"] = r.Named })]),
        ["findings"] = new JsonArray([.. Findings.Select(f => new JsonObject { ["sentence"] = f.Sentence, ["remedy"] = f.Remedy })]),
    };
}
