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

    /// <summary>Whether nothing is above the limit, and nothing is sent that stronger attacks than ours are known to break.</summary>
    public bool Passes => Worst <= Limit && !KnownBroken.Any();

    // Our attacks are weaker than the best published and measured ones, so that their failing proves nothing for what those break.
    private IEnumerable<(string Sentence, string Remedy)> KnownBroken => Schema.Fields
        .Where(f => f.Length > 0 && !(f.Kind == FieldKind.Record && IsDiffused(f)))
        .Select(f => (f.Kind == FieldKind.Record
                ? $"{f.Name}: a record filter without diffusion (t ≥ 4) and flips after it; graph matching named 98 % of 20,000 people of such a filter without the key."
                : $"{f.Name}: a filter of one field; frequency and structure named 94 % to 99 % of 20,000 people of such filters without the key, and no hardening hides that equal values are equal.",
            f.Kind == FieldKind.Record ? "harden it by diffuse:4 and flip:20" : "send it only to a linkage unit that the agreement trusts, or send a diffused record filter (children-record-1)"));

    private static bool IsDiffused(FieldSchema field)
    {
        var diffuse = field.Hardening.ToList().FindIndex(h => h.StartsWith("diffuse:", StringComparison.Ordinal) && int.Parse(h.AsSpan(8), CultureInfo.InvariantCulture) >= 4);
        var flip = field.Hardening.ToList().FindLastIndex(h => h.StartsWith("flip:", StringComparison.Ordinal) && int.Parse(h.AsSpan(5), CultureInfo.InvariantCulture) >= 20);
        return diffuse >= 0 && flip > diffuse;
    }

    /// <summary>A sentence and a remedy for each attack above the limit, and for each thing that is known to be broken.</summary>
    public IEnumerable<(string Sentence, string Remedy)> Findings => Measured.Concat(KnownBroken);

    private IEnumerable<(string Sentence, string Remedy)> Measured => Results.Where(r => r.Named > Limit).OrderByDescending(r => r.Named).Select(r =>
        (string.Create(CultureInfo.InvariantCulture, $"{r.Target}: a {r.Attack} attack names {r.Named:P1} of the people without the key."),
            r.Target.EndsWith("#value", StringComparison.Ordinal)
                ? "send this field only to a linkage unit that the agreement trusts with pseudonymous person data, or set valueHash to none"
                : "send a diffused record filter (children-record-1) instead of this field's filter; diffusion alone does not save a field, because equal values stay equal"));

    /// <summary>One sentence.</summary>
    public string Verdict => Passes
        ? string.Create(CultureInfo.InvariantCulture, $"Within the limit of {Limit:P1}: the most that one attack named is {Worst:P2}. Other attacks may do better: these remain pseudonymous personal data.")
        : string.Create(CultureInfo.InvariantCulture, $"OVER the limit of {Limit:P1}: {Worst:P1} named here{(KnownBroken.Any() ? ", and stronger attacks are known to name nearly everybody" : "")}. Only a linkage unit trusted with pseudonymous person data may receive this ({(Schema.Mode == EncodingMode.TrustedUnit ? "the schema says so: mode trusted-unit" : "and the schema's mode does not say so")}).");

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
