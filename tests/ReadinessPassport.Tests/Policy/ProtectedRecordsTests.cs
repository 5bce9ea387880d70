using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class ProtectedRecordsTests
{
    private static readonly PolicyDecisionPoint s_policy = new(HealthAgreement.Folder);

    [Fact]
    public void Substance_use_records_carry_the_notice_of_part_2_and_the_consent()
    {
        var permit = Assert.IsType<Decision.Permit>(s_policy.Decide(HealthAgreement.Care, [HealthAgreement.Consent]));

        Assert.False(permit.Partly);
        var duties = permit.Obligations.Select(o => o.ToString()).ToList();
        Assert.Contains("notice:N-PART2-2.32", duties);
        Assert.Contains("consent-copy", duties);
        Assert.Contains("record:part2-list", duties);
        Assert.Contains("consume:C-2027-000381", duties); // for HIV every consent serves once
        Assert.Contains("redisclosure:listed=MA.DPH", duties);
        Assert.True(permit.Parameters.LinksConfirmedBySteward && permit.Parameters.CertifiedLinks);
    }

    [Fact]
    public void A_consent_that_has_served_opens_no_hiv_record_again_though_it_does_not_say_that_it_serves_once()
    {
        var permit = Assert.IsType<Decision.Permit>(s_policy.Decide(HealthAgreement.Care, [HealthAgreement.Consent with { UsedBy = "D-0000-0000" }]));

        Assert.Equal(["health.sud-part2"], permit.Pairs.Where(p => p.Permitted).Select(p => p.Category));
    }

    [Fact]
    public void The_parent_alone_does_not_open_substance_use_records()
    {
        var permit = Assert.IsType<Decision.Permit>(s_policy.Decide(HealthAgreement.Care, [HealthAgreement.Consent with { Signers = [new("P", "legal-custody", "e-sign")] }]));

        Assert.Equal(["health.hiv"], permit.Pairs.Where(p => p.Permitted).Select(p => p.Category));
    }

    [Fact]
    public void A_general_consent_is_none_for_part_2()
    {
        var permit = Assert.IsType<Decision.Permit>(s_policy.Decide(HealthAgreement.Care, [HealthAgreement.Consent with { CoversLaws = ["ma.fipa", "ma.hiv", "us.hipaa.authorization"] }]));

        Assert.Equal(["health.hiv"], permit.Pairs.Where(p => p.Permitted).Select(p => p.Category));
    }

    [Fact]
    public void A_refusal_of_protected_records_reads_the_same_for_everyone_and_offers_nothing()
    {
        var sections = s_policy.Sections(s_policy.Decide(HealthAgreement.Care));

        var words = sections.Single(s => s.Category == "health.sud-part2");
        Assert.Equal("Substance use treatment: not included. Federal rules protect these records for everyone. They need their own consent. We do not look for them without one.", words.Words);
        Assert.False(words.ConsentMayOpen);
        Assert.Equal(Protected(sections), Protected(s_policy.Sections(s_policy.Decide(HealthAgreement.Care with { Requester = An.Somebody("MA.DCF", "data-steward") }))));

        static IEnumerable<PassportSection> Protected(IEnumerable<PassportSection> all) => all.Where(s => s.Category.StartsWith("health.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(59, true, "view of at most an hour before review")]
    [InlineData(61, false, "more than an hour without approval")]
    [InlineData(-1, false, "over")]
    public void An_emergency_may_be_approved_afterwards_where_the_clause_says_so(int minutes, bool permitted, string why)
    {
        var at = HealthAgreement.Care.At;
        var request = Emergency(new("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), null, null, at.AddMinutes(minutes)));

        Assert.True(permitted == s_policy.Decide(request) is Decision.Permit, why);
    }

    [Fact]
    public void An_approved_emergency_lasts_at_most_72_hours()
    {
        var at = HealthAgreement.Care.At;
        var officer = new Requester("MA.DCF", "privacy-officer", new Visa("MA.DCF", at), "p-9");

        Assert.IsType<Decision.Permit>(s_policy.Decide(Emergency(new("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), officer, at.AddHours(-1), at.AddHours(71)))));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(new("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), officer, at.AddHours(-1), at.AddHours(72)))));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(new("emergency-health-safety", Evidence("threat_code", "parties"), officer, at.AddHours(-1), at.AddHours(1)))));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(new("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), officer with { Visa = null }, at.AddHours(-1), at.AddHours(1)))));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(new("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), officer with { Agency = "MA.DTA", Visa = new Visa("MA.DTA", at) }, at.AddHours(-1), at.AddHours(1)))));
    }

    [Fact]
    public void An_approval_and_an_exception_count_to_the_moment()
    {
        var at = HealthAgreement.Care.At;
        var officer = new Requester("MA.DCF", "privacy-officer", new Visa("MA.DCF", at), "p-9");
        var claim = new ExceptionClaim("emergency-health-safety", Evidence("threat_code", "parties", "text_sha256"), officer, at, at);

        Assert.IsType<Decision.Permit>(s_policy.Decide(Emergency(claim))); // approved this moment, ending this moment
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(claim with { ApprovedAt = at.AddTicks(1), Until = at.AddTicks(2) })));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(claim with { Until = at.AddTicks(-1) })));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(claim with { Approver = officer with { Visa = new Visa("MA.DCF", at.AddTicks(-1)) } })));
        Assert.IsType<Decision.Denial>(s_policy.Decide(Emergency(claim with { Approver = officer with { Person = "p-1" } }))); // nobody approves their own request
        Assert.IsType<Decision.Permit>(s_policy.Decide(Emergency(claim with { Approver = officer with { Person = null } }))); // another role of the same agency
    }

    [Fact]
    public void A_court_order_lifts_the_prohibition_that_names_it_and_no_other()
    {
        var at = HealthAgreement.Care.At;
        var reviewer = new Requester("MA.DESE", "legal-reviewer", new Visa("MA.DESE", at), "p-9");
        var order = new ExceptionClaim("court-order", Evidence("court", "order_id", "order_date", "scope"), reviewer, at.AddDays(-1), at.AddDays(10));
        var request = HealthAgreement.Care with { Contributors = [new("MA.DESE", ["edu.enrollment"])], Requester = An.Somebody("MA.DCF", "law-enforcement") };

        // The shipped agreements forbid law enforcement around DESE's data too, one of them without a court order; it binds here as everywhere.
        var denial = s_policy.Decide(request with { Exception = order });
        Assert.Contains(denial.Reasons, r => r.Code == ReasonCode.Prohibited && r.Agreement == "MA-2027-009@1");
        Assert.DoesNotContain(denial.Reasons, r => r.Code == ReasonCode.Prohibited && r.Agreement == "MA-2028-001@1");

        // Where only this agreement has a say, the order opens the record; without it, or approved by another agency's reviewer, it does not.
        var alone = new PolicyDecisionPoint(PolicyFolder.Load([.. HealthAgreement.Folder.Texts.Values.Where(t => !t.Path.StartsWith("agreements/", StringComparison.Ordinal) || t.Path.Contains("2028", StringComparison.Ordinal))], Policies.AsSigned));
        Assert.IsType<Decision.Permit>(alone.Decide(request with { Exception = order }));
        Assert.IsType<Decision.Denial>(alone.Decide(request));
        Assert.IsType<Decision.Denial>(alone.Decide(request with { Exception = order with { Approver = reviewer with { Agency = "MA.DPH", Visa = new Visa("MA.DPH", at) } } }));
        Assert.IsType<Decision.Denial>(alone.Decide(request with { Exception = order with { Until = at.AddDays(40) } }));
    }

    [Fact]
    public void The_invariants_hold_here_too()
    {
        var proof = InvariantProof.Load(HealthAgreement.Folder);

        // I9 asks for a court order, which R3 does; I4 is no longer empty.
        Assert.Empty(proof.Check(HealthAgreement.Folder.Find(HealthAgreement.Id)!).Violations);
    }

    private static AccessRequest Emergency(ExceptionClaim claim) =>
        HealthAgreement.Care with { Purpose = "emergency-response", Contributors = [new("MA.DESE", ["edu.enrollment"])], Exception = claim };

    private static Dictionary<string, string> Evidence(params string[] fields) => fields.ToDictionary(f => f, _ => "x", StringComparer.Ordinal);
}
