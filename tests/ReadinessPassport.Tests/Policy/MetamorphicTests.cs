using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class MetamorphicTests
{
    private const string Evaluation = "agreements/MA-2027-004.yml";
    private const string Passport = "agreements/MA-2027-009.yml";

    public static TheoryData<string, string, string, string> Narrowings => new()
    {
        { "a prohibition", Evaluation, "prohibitions:\n", "prohibitions:\n  - {clause: X9, to_roles: [agency-head]}\n" },
        { "a prohibition in the memorandum", "agreements/MA-2026-001.yml", "prohibitions:\n", "prohibitions:\n  - {clause: X9, to_roles: [program-analyst]}\n" },
        { "an earlier end", Evaluation, "expires: \"2029-06-30\"", "expires: \"2028-06-30\"" },
        { "a later beginning", Evaluation, "effective: \"2027-01-15\"", "effective: \"2027-07-15\"" },
        { "one recipient less", Evaluation, "      - {agency: MA.DCF, roles: [program-analyst]}\n", "" },
        { "one category less", Evaluation, "categories: [edu.attendance, edu.enrollment, edu.grade3-reading-band]", "categories: [edu.attendance, edu.enrollment]" },
        { "suspension", Evaluation, "status: active", "status: suspended" },
        { "termination", Evaluation, "status: active", "status: terminated" },
        { "a parent that is suspended", "agreements/MA-2026-001.yml", "status: active", "status: suspended" },
        { "a basis less", Evaluation, "  - {clause: B2, provider: MA.DESE, law: ma.student-records, cite: \"603 CMR 23.07(4)\"}\n", "" },
        { "an exception less", Passport, "    exceptions: [foster-care-education]\n", "" },
        { "a relation less", Passport, "relation: [caseload, intake]", "relation: [caseload]" },
        { "a law that says never", "law/ma.fipa.yml", "requester_kinds: []}", "requester_kinds: [early-education]}" },
        { "a pack more", "law/us.esea.report.yml", "kind: duty", "kind: way" },
    };

    [Theory, MemberData(nameof(Narrowings))]
    public void A_change_that_narrows_only_ever_takes_permissions_away(string what, string path, string old, string @new)
    {
        Assert.Contains(old, Policies.TextOf(path), StringComparison.Ordinal);
        var before = new PolicyDecisionPoint(Policies.Shipped);
        var folder = PolicyFolder.Load(Policies.With(path, t => t.Replace(old, @new, StringComparison.Ordinal)), Policies.AsSigned);
        Assert.Empty(folder.Problems);
        var after = new PolicyDecisionPoint(folder);

        var lost = 0;
        foreach (var (request, consents) in RequestSample.Of(Policies.Shipped, 3_000, seed: 11))
        {
            var (was, now) = (before.Decide(request, consents), after.Decide(request, consents));
            foreach (var pair in now.Pairs.Where(p => p.Permitted))
                Assert.True(was.Pairs.Any(p => p.Permitted && p.Provider == pair.Provider && p.Category == pair.Category), $"{what} added {pair.Provider}/{pair.Category}");
            if (was is Decision.Permit a && now is Decision.Permit b)
                Assert.True((b.Parameters.MinimumCell ?? 0) >= (a.Parameters.MinimumCell ?? 0));
            lost += was.Pairs.Count(p => p.Permitted) - now.Pairs.Count(p => p.Permitted);
        }
        Assert.True(lost > 0, $"{what} took nothing away: the test says nothing");
    }

    [Fact]
    public void A_contributor_or_category_more_only_ever_takes_permissions_away()
    {
        var policy = new PolicyDecisionPoint(Policies.Shipped);
        foreach (var (request, consents) in RequestSample.Of(Policies.Shipped, 2_000, seed: 12).Where(r => r.Request.Mode != AccessMode.ConsentedIndividual))
        {
            var more = policy.Decide(request with { Contributors = [.. request.Contributors, new("MA.DESE", ["edu.assessment-level"])] }, consents);

            Assert.False(more is Decision.Permit && policy.Decide(request, consents) is Decision.Denial);
        }
    }

    [Fact]
    public void A_higher_minimum_gives_a_higher_minimum()
    {
        var folder = PolicyFolder.Load(Policies.With(Evaluation, t => t.Replace("minimum_cell: 11", "minimum_cell: 15", StringComparison.Ordinal)), Policies.AsSigned);

        var permit = Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable));
        Assert.Equal((15, 14), (permit.Parameters.MinimumCell, permit.Parameters.MinimumWidth));
    }

    [Fact]
    public void Revoking_a_consent_takes_away_exactly_what_rested_on_it()
    {
        var policy = new PolicyDecisionPoint(Policies.Shipped);
        var other = An.Consent with { Id = "C-2027-000999", Categories = ["edu.enrollment"] };

        var both = policy.Decide(An.Passport, [An.Consent, other]);
        var one = policy.Decide(An.Passport, [An.Consent with { RevokedAt = An.Noon("2027-05-01") }, other]);

        var gone = both.Pairs.Where(p => p.Permitted).Select(p => p.Category).Except(one.Pairs.Where(p => p.Permitted).Select(p => p.Category)).Order(StringComparer.Ordinal);
        Assert.Equal(["ece.enrollment", "edu.attendance"], gone);
        Assert.Equal("C-2027-000999", one.Pairs.Single(p => p.Permitted).Consent);
    }

    [Fact]
    public void Order_means_nothing()
    {
        var random = new Random(3);
        var shuffled = Policies.Texts.Select(t => t.Path.StartsWith("agreements/", StringComparison.Ordinal) ? new PolicyText(t.Path, System.Text.Encoding.UTF8.GetBytes(Shuffled(t))) : t).OrderBy(_ => random.Next()).ToList();
        var folder = PolicyFolder.Load(shuffled, Policies.AsSigned);

        Assert.Empty(folder.Problems);
        Assert.Equal(Policies.Shipped.Sha256, folder.Sha256);
        foreach (var agreement in Policies.Shipped.Agreements)
        {
            var twin = folder.Find(agreement.Id)!;
            Assert.Equal(agreement.TextSha256, twin.TextSha256);
            Assert.Equal(AgreementPrint.Of(agreement, Policies.Shipped).Body, AgreementPrint.Of(twin, folder).Body);
        }
        var (a, b) = (new PolicyDecisionPoint(Policies.Shipped), new PolicyDecisionPoint(folder));
        foreach (var (request, consents) in RequestSample.Of(Policies.Shipped, 500, seed: 13))
            Assert.Equal(Canonical(a.Decide(request, consents)), Canonical(b.Decide(request, consents)));

        static string Canonical(Decision d)
        {
            var json = (System.Text.Json.Nodes.JsonObject)d.Record.Json.DeepClone();
            json.Remove("decision_id");
            return json.ToJsonString();
        }

        // Keys and list entries in another order, written in flow style.
        string Shuffled(PolicyText text)
        {
            var map = StrictYaml.Read(text, [])!;
            return string.Join('\n', map.Entries.OrderBy(_ => random.Next()).Select(e => $"{e.Key.Text}: {Flow(e.Value, e.Key.Text)}")) + "\n";
        }

        string Flow(YamlNode node, string key) => node switch
        {
            YamlMap map => "{" + string.Join(", ", map.Entries.OrderBy(_ => random.Next()).Select(e => $"{e.Key.Text}: {Flow(e.Value, e.Key.Text)}")) + "}",
            YamlList list => "[" + string.Join(", ", (key == "duration" ? (IEnumerable<YamlNode>)list.Items : list.Items.OrderBy(_ => random.Next())).Select(i => Flow(i, ""))) + "]",
            YamlScalar { IsPlain: true } plain when !plain.Text.Contains(':', StringComparison.Ordinal) && !plain.Text.Contains(',', StringComparison.Ordinal) && !plain.Text.StartsWith('*') => plain.Text,
            YamlScalar scalar => System.Text.Json.JsonSerializer.Serialize(scalar.Text),
            _ => throw new InvalidOperationException(),
        };
    }
}
