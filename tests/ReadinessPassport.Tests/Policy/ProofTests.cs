using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class ProofTests
{
    [Fact]
    public void All_twelve_invariants_hold_on_every_case_of_every_agreement()
    {
        var proof = InvariantProof.Load(Policies.Shipped);

        Assert.Empty(proof.Problems);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"I{i}"), proof.Invariants.Select(i => i.Id));
        Assert.All(Policies.Shipped.Agreements, a => Assert.Empty(proof.Check(a).Violations));
    }

    [Theory]
    [InlineData("I9", "agreements/MA-2027-004.yml", "roles: [program-analyst]}", "roles: [law-enforcement, program-analyst]}", "role law-enforcement")]
    [InlineData("I1", "invariants/I1.yml", "exception: [none]", "exception: [foster-care-education]", "exception foster-care-education")]
    [InlineData("I2", "invariants/I2.yml", "time: [after, before]", "time: [in-force]", "time in-force")]
    [InlineData("I12", "invariants/I12.yml", "carries: [certified-links-only]", "carries: [handled-with-care]", "mode consented-individual")]
    public void A_broken_invariant_is_shown_by_its_smallest_case(string id, string path, string old, string @new, string shows)
    {
        var texts = Policies.With(path, t => t.Replace(old, @new, StringComparison.Ordinal));
        // X1 would forbid law enforcement: the invariant must be seen to do without it.
        if (id == "I9")
            texts = [.. texts.Select(t => t.Path == path || t.Path == "agreements/MA-2026-001.yml" ? new PolicyText(t.Path, System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(t.Bytes.Span).Replace("immigration-enforcement, law-enforcement]", "immigration-enforcement]", StringComparison.Ordinal))) : t)];
        var folder = PolicyFolder.Load(texts, Policies.AsSigned);
        Assert.Empty(folder.Problems);

        var violations = folder.Agreements.SelectMany(a => InvariantProof.Load(folder).Check(a).Violations).Where(v => v.Invariant.Id == id).ToList();

        Assert.NotEmpty(violations);
        Assert.Contains(violations, v => v.Case.Contains(shows, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_scenario_comes_out_as_it_says()
    {
        var suite = ScenarioSuite.Load(Policies.Texts);

        Assert.Empty(suite.Problems);
        Assert.True(suite.Scenarios.Length >= 150);
        Assert.Empty(suite.Scenarios.Select(suite.Run).Where(r => !r.Passed).Select(r => r.Scenario.Name + ": " + string.Join("; ", r.Differences)));
    }

    [Fact]
    public void Every_clause_of_every_agreement_is_decisive_in_some_scenario()
    {
        var suite = ScenarioSuite.Load(Policies.Texts);
        foreach (var agreement in Policies.Shipped.Agreements)
        {
            var coverage = ClauseCoverage.Of(agreement, suite, Policies.Texts);

            Assert.Empty(coverage.Untested);
            Assert.Empty(coverage.Dead);
        }
    }

    [Fact]
    public void Dead_text_is_found()
    {
        var texts = Policies.With("agreements/MA-2027-004.yml", t => t.Replace("purposes: [evaluate-education-program]\n    to:", "purposes: [evaluate-education-program]\n    to:", StringComparison.Ordinal)
            .Replace("  - {clause: R2,", "  - {clause: R9, mode: consented-individual, allow: never}\n  - {clause: R2,", StringComparison.Ordinal));
        var folder = PolicyFolder.Load(texts, Policies.AsSigned);

        Assert.Contains("R9", ClauseCoverage.Of(folder.Find("MA-2027-004")!, ScenarioSuite.Load(texts), texts).Dead);
    }

    [Fact]
    public void A_recorded_decision_replays_to_itself_and_shows_a_changed_clause()
    {
        var policy = new PolicyDecisionPoint(Policies.Shipped);
        var record = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(policy.Decide(An.Passport, [An.Consent]).Record.Bytes)!;
        var changed = PolicyFolder.Load(Policies.With("agreements/MA-2027-009.yml", t => t.Replace("categories: [cw.involvement-level, ece.enrollment, ece.subsidy-months, edu.attendance, edu.enrollment]\n", "categories: [cw.involvement-level, ece.enrollment, ece.subsidy-months, edu.enrollment]\n", StringComparison.Ordinal).Replace("cw.involvement-level: participation, edu.attendance: status-band", "cw.involvement-level: participation", StringComparison.Ordinal)), Policies.AsSigned);
        Assert.Empty(changed.Problems);

        Assert.True(DecisionReplay.Of(record, policy)!.IsSame);
        var change = Assert.Single(DecisionReplay.Of(record, new PolicyDecisionPoint(changed))!.Changes);
        Assert.Equal(("edu.attendance", true, false), (change.Category, change.Before, change.After));
        Assert.Null(DecisionReplay.Of([], policy));
        foreach (var broken in new[] { """{"decision_id":"D-1","request":{},"pairs":[],"result":"permit","at":"x"}""", """{"decision_id":1,"request":{"requester":[]},"pairs":[{}],"result":null}""", """{"decision_id":"D-1","request":{"requester":{}},"pairs":[{"provider":"a","category":"b"},{"provider":"a","category":"b"}],"result":"deny"}""" })
            Assert.Null(DecisionReplay.Of(System.Text.Json.Nodes.JsonNode.Parse(broken)!.AsObject(), policy));
    }

    [Fact]
    public void Every_attribute_has_a_category_of_the_vocabulary() =>
        Assert.All(ReadinessPassport.Vocabulary.AttributeCatalogue.All, a => Assert.Contains(a.Category, Policies.Shipped.Vocabulary!.CategoryCodes));

    [Fact]
    public void A_category_names_the_regimes_of_the_packs_that_govern_it()
    {
        foreach (var category in Policies.Shipped.Vocabulary!.CategoryCodes)
        {
            var governing = Policies.Shipped.Laws.Values.Where(l => l.Jurisdiction is "us" or "ma" && l.Categories.Contains(category)).Select(l => l.Regime).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            Assert.Equal(governing, Policies.Shipped.Vocabulary.Find(CodeLists.Categories, category)!.Regimes.Order(StringComparer.Ordinal));
        }
    }
}
