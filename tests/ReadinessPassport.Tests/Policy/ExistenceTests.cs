using System.Text.Json;
using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

/// <summary>Two people who differ only in what is refused look alike: in sections, words, reasons and record.</summary>
public sealed class ExistenceTests
{
    private static readonly PolicyDecisionPoint s_policy = new(Policies.Shipped);

    public static TheoryData<string> Histories => ["withdrawn", "expired", "used up", "wrong signer", "another purpose", "another agency's", "not yet"];

    [Theory, MemberData(nameof(Histories))]
    public void A_consent_that_does_not_hold_leaves_no_trace(string history)
    {
        var consent = history switch
        {
            "withdrawn" => An.Consent with { RevokedAt = An.Noon("2027-04-01") },
            "expired" => An.Consent with { Expires = new(2027, 5, 1) },
            "used up" => An.Consent with { SingleUse = true, UsedBy = "D-0000-0000" },
            "wrong signer" => An.Consent with { Signers = [new("S", "self", "e-sign")] },
            "another purpose" => An.Consent with { Purpose = "coordinate-education" },
            "another agency's" => An.Consent with { To = [new("MA.DCF", ["caseworker"])] },
            _ => An.Consent with { Signed = new(2027, 6, 2) },
        };

        Assert.Equal(Seen([]), Seen([consent]));
    }

    [Fact]
    public void A_refusal_names_no_holder_and_says_nothing_of_the_person()
    {
        var words = s_policy.Sections(s_policy.Decide(An.Passport)).Select(s => s.Words!);

        Assert.All(words, w => Assert.DoesNotContain("MA.", w, StringComparison.Ordinal));
        Assert.All(words, w => Assert.DoesNotMatch("(?i)hidden|restricted|locked|sealed|revoked|expired|withdrawn", w));
    }

    [Fact]
    public void Somebody_in_another_role_reads_the_same_for_every_client()
    {
        var request = An.Passport with { Requester = An.Somebody("MA.EEC", "program-analyst") };

        Assert.Equal(Sections(s_policy.Decide(request)), Sections(s_policy.Decide(request, [An.Consent])));
        Assert.All(s_policy.Sections(s_policy.Decide(request)), s => Assert.EndsWith("This is the same for every client.", s.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sections_are_the_agreement_s_in_its_fixed_order_whatever_is_asked()
    {
        var few = s_policy.Sections(s_policy.Decide(An.Passport with { Contributors = [new("MA.DCF", ["cw.involvement-level"])] }, [An.Consent]));
        var all = s_policy.Sections(s_policy.Decide(An.Passport, [An.Consent]));

        Assert.Equal(all.Select(s => s.Category), few.Select(s => s.Category));
        Assert.Equal(["cw.involvement-level", "ece.enrollment", "ece.subsidy-months", "edu.attendance", "edu.enrollment"], all.Select(s => s.Category));
    }

    private static string Seen(IReadOnlyList<ConsentRecord> consents)
    {
        var decision = s_policy.Decide(An.Passport, consents);
        var record = (System.Text.Json.Nodes.JsonObject)decision.Record.Json.DeepClone();
        record.Remove("decision_id");
        return record.ToJsonString() + Sections(decision) + string.Join('\n', decision.Reasons);
    }

    private static string Sections(Decision decision) => JsonSerializer.Serialize(s_policy.Sections(decision));
}
