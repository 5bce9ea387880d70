using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

/// <summary>Every cell of the signer table: ages × custodies × categories × every subset of P, G, E, S, against the table of the paper.</summary>
public sealed class SignerTableTests
{
    private static readonly string[] s_ages = ["child", "youth", "early-college", "adult"];
    private static readonly string[] s_custodies = ["parental", "guardian", "dcf-custody", "dcf-voluntary", "dys-committed", "emancipated"];

    [Fact]
    public void Every_cell_is_as_the_table_says()
    {
        var judge = new ConsentJudge(Policies.Shipped);
        var cells = 0;
        foreach (var category in Policies.Shipped.Vocabulary!.CategoryCodes)
        {
            var entry = new PolicyEntry(Policies.Shipped.Find("MA-2027-009")!, [], Provider(category), category, Policies.Shipped);
            foreach (var age in s_ages)
            {
                foreach (var custody in s_custodies)
                {
                    for (var subset = 0; subset < 16; subset++)
                    {
                        foreach (var ownCare in new[] { false, true })
                        {
                            var signers = "PGES".Where((_, i) => (subset & (1 << i)) != 0).ToArray();
                            var consent = An.Consent with { Signers = [.. signers.Select(s => new ConsentSignature(s.ToString(), s == 'S' && ownCare ? "own-care" : "x", "wet-ink"))] };
                            var expected = Table(category, custody == "emancipated" ? "adult" : age, Standing(signers, custody), ownCare);
                            Assert.True(expected == judge.IsSigned(consent, entry, age, custody), $"{category}, {age}, {custody}, signed by {string.Concat(signers)}{(ownCare ? " who may consent to the care" : "")}: expected {expected}");
                            cells++;
                        }
                    }
                }
            }
        }
        Assert.Equal(38 * 4 * 6 * 16 * 2, cells);
    }

    // Custody decides who can be whom.
    private static string Standing(char[] signers, string custody) => string.Concat(signers.Where(s => s switch
    {
        'P' => custody is "parental" or "dcf-custody" or "dcf-voluntary" or "dys-committed",
        'G' => custody is "guardian" or "dys-committed",
        'E' => custody == "dcf-custody",
        _ => true,
    }));

    // The table of the paper, row by row.
    private static bool Table(string category, string age, string s, bool ownCare)
    {
        bool P = s.Contains('P'), G = s.Contains('G'), E = s.Contains('E'), S = s.Contains('S'), adult = age == "adult";
        return category switch
        {
            "edu.postsecondary" when age == "early-college" => S,
            "dv.victim-services" or "justice.juvenile-court" or "cw.51a-report" or "cw.placement-address" or "work.wages" => false,
            "ei.participation" or "ece.head-start" => age == "child" && (P || G || E),
            "cw.medical" => adult ? S : P,
            "health.minor-controlled" => S,
            "health.hiv" => adult ? S : P || G || (S && ownCare),
            "health.sud-part2" => adult ? S : age == "child" ? S && (P || G) : (S && (P || G)) || (S && ownCare),
            "justice.dys" => adult ? S : S && (P || G),
            _ when category.StartsWith("edu.", StringComparison.Ordinal) => adult ? S : P || G || E,
            "demo.group" => false,
            _ => adult ? S : P || G,
        };
    }

    private static string Provider(string category) => category.Split('.')[0] switch { "edu" => "MA.DESE", "ece" => "MA.EEC", "cw" => "MA.DCF", "justice" => "MA.DYS", "benefit" => "MA.DTA", "housing" => "MA.DCF", _ => "MA.DPH" };
}
