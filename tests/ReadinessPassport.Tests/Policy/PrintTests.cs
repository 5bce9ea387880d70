using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class PrintTests
{
    public static TheoryData<string> Agreements => [.. Policies.Shipped.Agreements.Select(a => a.Id)];

    /// <summary>What was signed must come out again for as long as anybody may verify it: a change of a word is a new format, not a change of this file.</summary>
    [Theory, MemberData(nameof(Agreements))]
    public void Print_format_1_comes_out_as_it_was_signed(string id)
    {
        var golden = Path.Combine(Repository.Root, "tests", "ReadinessPassport.Tests", "Policy", "Golden", id + ".print1.txt");

        Assert.Equal(File.ReadAllText(golden), AgreementPrint.Of(Policies.Shipped.Find(id)!, Policies.Shipped, 1).Body);
    }

    [Theory, MemberData(nameof(Agreements))]
    public void A_print_has_a_sentence_for_every_clause_and_at_most_100_columns(string id)
    {
        var agreement = Policies.Shipped.Find(id)!;
        var lines = AgreementPrint.Of(agreement, Policies.Shipped).Body.Split('\n');

        Assert.All(lines, l => Assert.InRange(l.Length, 0, 100));
        Assert.All(agreement.ClauseIds, c => Assert.Single(lines, l => l.StartsWith($" {c} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_format_nobody_signed_is_refused() =>
        Assert.Throws<ArgumentException>(() => AgreementPrint.Of(Policies.Shipped.Find("MA-2027-004")!, Policies.Shipped, 2));
}
