using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

/// <summary>Parameters go to the strictest of the contributors present, as in the regional example of the paper.</summary>
public sealed class CompositionTests
{
    private static readonly AccessRequest s_mobility = new()
    {
        Requester = An.Somebody("MA.DESE", "program-analyst"),
        Purpose = "study-improve-instruction",
        Mode = AccessMode.Aggregate,
        Contributors = [],
        Table = "T-MOB-01",
        At = An.Noon("2027-06-01"),
    };

    [Fact]
    public void Without_New_Hampshire_the_limits_are_those_of_the_other_three()
    {
        var folder = PolicyFolder.Load(Policies.With("tables/T-MOB-01.yml", t => string.Join('\n', t.Split('\n').Where(l => !l.Contains("NH.DOE", StringComparison.Ordinal)))), Policies.AsSigned);

        var permit = Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(folder).Decide(s_mobility));

        Assert.Equal((11, 10, true), (permit.Parameters.MinimumCell, permit.Parameters.MinimumWidth, permit.Parameters.PublishZeros));
        Assert.Equal(["CT.SDE", "MA.DESE", "RI.RIDE"], permit.Parameters.Reviewers);
    }

    [Fact]
    public void With_New_Hampshire_its_limits_bind_all()
    {
        var permit = Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(Policies.Shipped).Decide(s_mobility));

        Assert.Equal((20, 19, false), (permit.Parameters.MinimumCell, permit.Parameters.MinimumWidth, permit.Parameters.PublishZeros));
        Assert.Equal(["CT.SDE", "MA.DESE", "NH.DOE", "RI.RIDE"], permit.Parameters.Reviewers);
        Assert.Equal(RedisclosureRule.None, permit.Parameters.Redisclosure);
    }

    [Fact]
    public void A_table_s_own_minimum_and_the_floor_have_a_say()
    {
        var stricter = PolicyFolder.Load(Policies.With("tables/T-MOB-01.yml", t => t + "minimum_cell: 30\n"), Policies.AsSigned);
        var floor = PolicyFolder.Load(Policies.With("vocab/system.yml", t => t.Replace("minimum_cell_floor: 10", "minimum_cell_floor: 11", StringComparison.Ordinal)), Policies.AsSigned);

        Assert.Equal(30, ((Decision.Permit)new PolicyDecisionPoint(stricter).Decide(s_mobility)).Parameters.MinimumCell);
        Assert.Equal(11, ((Decision.Permit)new PolicyDecisionPoint(floor).Decide(An.EvaluationTable)).Parameters.MinimumCell);
    }

    [Fact]
    public void Two_agreements_that_permit_the_same_combine_to_the_stricter()
    {
        var second = Policies.TextOf("agreements/MA-2027-004.yml")
            .Replace("id: MA-2027-004", "id: MA-2027-104", StringComparison.Ordinal)
            .Replace("minimum_cell: 11", "minimum_cell: 13", StringComparison.Ordinal)
            .Replace("percent_ends: 5 ", "percent_ends: 7 ", StringComparison.Ordinal)
            .Replace("zeros: publish", "zeros: suppress", StringComparison.Ordinal)
            .Replace("public: after-review", "public: never", StringComparison.Ordinal)
            .Replace("destroy_by: \"2029-09-30\"", "destroy_by: \"2029-08-31\"", StringComparison.Ordinal)
            .Replace("rule: only-back-to-provider", "rule: none", StringComparison.Ordinal);
        var folder = PolicyFolder.Load(Policies.Plus("agreements/MA-2027-104.yml", second), Policies.AsSigned);
        Assert.Empty(folder.Problems);

        var permit = Assert.IsType<Decision.Permit>(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable));

        Assert.Equal((13, 12, 7), (permit.Parameters.MinimumCell, permit.Parameters.MinimumWidth, permit.Parameters.PercentEnds));
        Assert.False(permit.Parameters.PublishZeros || permit.Parameters.PublicAfterReview);
        Assert.Equal(new DateOnly(2029, 8, 31), permit.Parameters.DestroyBy);
        Assert.Equal(RedisclosureRule.None, permit.Parameters.Redisclosure);
        Assert.All(permit.Pairs, p => Assert.Equal(["MA-2027-004", "MA-2027-104"], p.Clauses.Select(c => c.Agreement)));
    }
}
