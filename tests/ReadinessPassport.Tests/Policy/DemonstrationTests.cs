using System.Text;
using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class DemonstrationTests
{
    private static readonly List<PolicyText> s_texts = [.. Policies.Texts.Select(t => t.Path.StartsWith("law/", StringComparison.Ordinal)
        ? new PolicyText(t.Path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(t.Bytes.Span).Replace("status: stub", "status: read\nread_on: \"2026-11-01\"\nread_by: demonstration", StringComparison.Ordinal)))
        : t)];

    [Fact]
    public void What_only_the_demonstration_has_read_counts_only_where_it_is_asked_for()
    {
        var strict = PolicyFolder.Load(s_texts, new() { SignaturesAsGiven = true });
        var demonstration = PolicyFolder.Load(s_texts, new() { SignaturesAsGiven = true, Demonstration = true });

        Assert.Empty(strict.Problems);
        Assert.True(strict.IsDemonstration);
        Assert.IsType<Decision.Denial>(new PolicyDecisionPoint(strict).Decide(An.EvaluationTable));
        Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(demonstration).Decide(An.EvaluationTable));
    }

    [Fact]
    public void A_draft_language_opens_nothing_outside_a_demonstration()
    {
        var folder = PolicyFolder.Load(Policies.Texts, new() { SignaturesAsGiven = true, LawsAsRead = true });

        Assert.IsType<Decision.Denial>(new PolicyDecisionPoint(folder).Decide(An.Passport, [An.Consent]));
    }

    [Fact]
    public void Somebody_on_the_debarment_register_gets_nothing()
    {
        var folder = PolicyFolder.Load(Policies.Plus("debarment/register.yml", "readiness_passport: debarment/1\nentries:\n  - {agency: MA.DESE, cite: \"Finding 12\", from: \"2027-05-01\", until: \"2027-06-01\"}\n"), Policies.AsSigned);
        var policy = new PolicyDecisionPoint(folder);

        var reason = Assert.Single(policy.Decide(An.EvaluationTable).Reasons, r => r.Provider is null);
        Assert.Equal((ReasonCode.Debarred, "Finding 12"), (reason.Code, reason.Citation));
        Assert.IsType<Decision.Permit>(policy.Decide(An.EvaluationTable with { At = An.Noon("2027-06-02") }));
    }

    [Fact]
    public void The_newest_signed_version_is_in_force_and_an_older_one_never_comes_back()
    {
        var second = Policies.TextOf("agreements/MA-2027-004.yml").Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace("effective: \"2027-01-15\"", "effective: \"2027-09-01\"", StringComparison.Ordinal).Replace("expires: \"2029-06-30\"", "expires: \"2028-06-30\"", StringComparison.Ordinal).Replace("minimum_cell: 11", "minimum_cell: 15", StringComparison.Ordinal);
        var first = Policies.TextOf("agreements/MA-2027-004.yml");
        var folder = PolicyFolder.Load([.. Policies.Plus("agreements/MA-2027-004.yml", second), new("agreements/MA-2027-004@1.yml", Encoding.UTF8.GetBytes(first))], Policies.AsSigned);
        Assert.Empty(folder.Problems);
        var policy = new PolicyDecisionPoint(folder);

        Assert.Equal(11, Minimum("2027-08-31"));
        Assert.Equal(15, Minimum("2027-09-01"));
        Assert.Equal(15, Minimum("2028-06-30"));
        Assert.Null(Minimum("2028-07-01")); // the first version, still in its own term, does not come back

        int? Minimum(string day) => (policy.Decide(An.EvaluationTable with { At = An.Noon(day) }) as Decision.Permit)?.Parameters.MinimumCell;
    }
}
