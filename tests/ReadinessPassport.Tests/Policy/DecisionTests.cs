using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class DecisionTests
{
    private static readonly PolicyDecisionPoint s_policy = new(Policies.Shipped);

    [Fact]
    public void The_shipped_folder_loads_without_a_problem() => Assert.Empty(Policies.Shipped.Problems);

    [Fact]
    public void An_analyst_gets_a_table_that_the_agreement_lists()
    {
        var decision = s_policy.Decide(An.EvaluationTable);

        var permit = Assert.IsType<Decision.Permit>(decision);
        Assert.Equal(11, permit.Parameters.MinimumCell);
        Assert.Equal(10, permit.Parameters.MinimumWidth);
        Assert.Equal(["MA.DCF", "MA.DESE", "MA.EEC"], permit.Parameters.Reviewers);
        Assert.Contains(permit.Obligations, o => o.ToString() == "notice:N-FERPA-99.33");
        Assert.Contains(permit.Obligations, o => o.ToString() == "destroy:2029-09-30");
        Assert.Contains(permit.Obligations, o => o.ToString() == "duty:reidentify");
        Assert.Contains(permit.Obligations, o => o.ToString() == "suppress+audit");
    }

    [Theory]
    [InlineData("2027-01-14", false)]
    [InlineData("2027-01-15", true)] // the first day counts
    [InlineData("2029-06-30", true)] // and the last
    [InlineData("2029-07-01", false)]
    public void An_agreement_permits_through_the_end_of_its_term(string day, bool permitted) =>
        Assert.Equal(permitted, s_policy.Decide(An.EvaluationTable with { At = An.Noon(day), Requester = An.Somebody("MA.DESE", "program-analyst") }) is Decision.Permit);

    [Theory]
    [InlineData("2029-07-01T03:59:59Z", true)] // still June 30 in Boston
    [InlineData("2029-07-01T04:00:00Z", false)]
    public void Days_are_counted_where_the_agencies_are(string at, bool permitted) =>
        Assert.Equal(permitted, s_policy.Decide(An.EvaluationTable with { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) }) is Decision.Permit);

    [Fact]
    public void A_passport_opens_category_by_category()
    {
        var permit = Assert.IsType<Decision.Permit>(s_policy.Decide(An.Passport, [An.Consent]));

        Assert.True(permit.Partly);
        Assert.Equal("partly", permit.Result);
        Assert.True(permit.Covers("MA.DESE", "edu.attendance"));
        Assert.True(permit.Covers("MA.EEC", "ece.enrollment"));
        Assert.False(permit.Covers("MA.EEC", "ece.subsidy-months"));
        Assert.False(permit.Covers("MA.DCF", "cw.involvement-level"));
        Assert.Equal(["C-2027-000381"], permit.Consents);
        Assert.Contains(permit.Obligations, o => o.Kind == Obligation.CertifiedLinksOnly);
        Assert.Contains(permit.Obligations, o => o.Kind == Obligation.ConsentCopy);
        Assert.Equal(7, permit.Parameters.LookBackYears);
    }

    [Fact]
    public void Without_a_consent_a_passport_shows_every_section_and_none_included()
    {
        var decision = s_policy.Decide(An.Passport);

        Assert.IsType<Decision.Denial>(decision);
        var sections = s_policy.Sections(decision);
        Assert.Equal(5, sections.Length);
        Assert.All(sections, s => Assert.False(s.Included));
        Assert.All(sections, s => Assert.True(s.ConsentMayOpen));
        Assert.Contains(sections, s => s.Words == "School attendance: not included. Our agency has no consent that covers School attendance for this person. We did not check whether any School attendance record exists.");
    }

    [Fact]
    public void Withdrawn_expired_and_never_given_read_the_same()
    {
        var never = s_policy.Sections(s_policy.Decide(An.Passport));
        var withdrawn = s_policy.Sections(s_policy.Decide(An.Passport, [An.Consent with { RevokedAt = An.Noon("2027-03-01") }]));
        var expired = s_policy.Sections(s_policy.Decide(An.Passport, [An.Consent with { Expires = new(2027, 5, 31) }]));
        var grownUp = s_policy.Sections(s_policy.Decide(An.Passport with { Subject = new("adult", "parental", "caseload") }, [An.Consent]));

        Assert.Equal(never, withdrawn);
        Assert.Equal(never, expired);
        Assert.Equal(never, grownUp);
    }

    [Fact]
    public void A_stub_law_denies()
    {
        var policy = new PolicyDecisionPoint(PolicyFolder.Load(Policies.Texts, new() { SignaturesAsGiven = true }));

        var decision = policy.Decide(An.EvaluationTable);

        Assert.IsType<Decision.Denial>(decision);
        Assert.Contains(decision.Reasons, r => r.Code == ReasonCode.Law && r.Law == "us.ferpa.deidentified");
    }

    [Fact]
    public void An_unsigned_agreement_denies()
    {
        var policy = new PolicyDecisionPoint(PolicyFolder.Load(Policies.Texts, new() { LawsAsRead = true }));

        var decision = policy.Decide(An.EvaluationTable);

        Assert.IsType<Decision.Denial>(decision);
        Assert.Contains("signatures are missing", decision.Reasons[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Encodings_may_be_uploaded_by_each_provider_and_by_nobody_else()
    {
        foreach (var agency in new[] { "MA.DESE", "MA.EEC", "MA.DCF" })
        {
            foreach (var agreement in new[] { "MA-2027-004", "MA-2027-009" })
                Assert.IsType<Decision.Permit>(s_policy.DecideUpload(agreement, agency, new Visa(agency, An.Noon("2031-01-01")), An.Noon("2027-06-01")));
        }
        Assert.IsType<Decision.Denial>(s_policy.DecideUpload("MA-2027-004", "MA.DPH", new Visa("MA.DPH", An.Noon("2031-01-01")), An.Noon("2027-06-01")));
    }

    [Fact]
    public void Of_two_consents_that_hold_the_first_by_id_is_cited_whatever_their_order()
    {
        var (a, b) = (An.Consent with { Id = "C-2027-000100" }, An.Consent with { Id = "C-2027-000200" });

        Assert.Equal(["C-2027-000100"], ((Decision.Permit)s_policy.Decide(An.Passport, [a, b])).Consents);
        Assert.Equal(["C-2027-000100"], ((Decision.Permit)s_policy.Decide(An.Passport, [b, a])).Consents);
    }

    [Fact]
    public void The_same_question_gives_the_same_record_but_for_its_id()
    {
        var (one, two) = (s_policy.Decide(An.Passport, [An.Consent]).Record.Json, s_policy.Decide(An.Passport, [An.Consent]).Record.Json);
        one.Remove("decision_id");
        two.Remove("decision_id");

        Assert.Equal(one.ToJsonString(), two.ToJsonString());
    }
}
