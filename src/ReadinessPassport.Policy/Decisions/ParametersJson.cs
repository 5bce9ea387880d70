using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>Parameters as JSON, for records, <c>--json</c> and comparisons: only what the mode has.</summary>
internal static class ParametersJson
{
    public static JsonObject Of(ReleaseParameters p)
    {
        var json = new JsonObject();
        Put("minimum_cell", p.MinimumCell);
        if (p.MinimumCell is not null)
        {
            json["zeros"] = p.PublishZeros ? "publish" : "suppress";
            json["public"] = p.PublicAfterReview ? "after-review" : "never";
            json["audit"] = new JsonArray([.. p.Audits.Select(a => (JsonNode)a)]);
            if (p.DifferentialPrivacy is { } budget)
                json["differential_privacy"] = new JsonObject { ["rho_total"] = budget.RhoTotal, ["rho_per_snapshot"] = budget.RhoPerSnapshot, ["tables"] = new JsonArray([.. budget.Tables.Select(t => (JsonNode)t)]) };
        }
        Put("minimum_width", p.MinimumWidth);
        Put("percent_ends", p.PercentEnds);
        if (p.Reviewers.Length > 0)
            json["review_by"] = new JsonArray([.. p.Reviewers.Select(r => (JsonNode)r)]);
        Put("review_business_days", p.ReviewBusinessDays);
        Put("look_back_years", p.LookBackYears);
        if (p.Show.Count > 0)
        {
            json["show"] = new JsonObject(p.Show.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value.Code())));
            json["link_confirmation"] = p.LinksConfirmedBySteward ? "steward" : "by-rule";
        }
        Put("k_anonymity", p.KAnonymity);
        Put("keep_encodings_days", p.KeepEncodingsDays);
        json["certified_links"] = p.CertifiedLinks;
        json["redisclosure"] = p.Redisclosure.Code();
        if (p.DestroyBy is { } day)
            json["destroy_by"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return json;

        void Put(string name, int? value)
        {
            if (value is { } v)
                json[name] = v;
        }
    }

    public static string Code(this ShownRung rung) => rung switch { ShownRung.Participation => "participation", ShownRung.StatusBand => "status-band", ShownRung.Date => "date", _ => "detail" };

    public static ShownRung Rung(string code) => code switch { "participation" => ShownRung.Participation, "status-band" => ShownRung.StatusBand, "date" => ShownRung.Date, _ => ShownRung.Detail };

    public static string Code(this RedisclosureRule rule) => rule switch { RedisclosureRule.None => "none", RedisclosureRule.OnlyBackToProvider => "only-back-to-provider", _ => "listed" };

    public static RedisclosureRule Rule(string code) => code switch { "none" => RedisclosureRule.None, "only-back-to-provider" => RedisclosureRule.OnlyBackToProvider, _ => RedisclosureRule.Listed };
}
