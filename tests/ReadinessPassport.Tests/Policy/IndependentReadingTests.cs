using ReadinessPassport.Policy;
using ReadinessPassport.Tests.Policy.Reference;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class IndependentReadingTests
{
    private static readonly ReferenceEvaluator s_reference = new(Policies.Texts);

    [Theory]
    [InlineData("MA-2027-004")]
    [InlineData("MA-2027-009")]
    [InlineData("NE-2027-001")]
    public void A_second_evaluator_agrees_on_every_case(string id)
    {
        var matrix = Matrix.Of(Policies.Shipped.Find(id)!, Policies.Shipped);
        var allowed = matrix.Allowed.Select(a => Key(a)).ToHashSet(StringComparer.Ordinal);
        var axes = matrix.Axes;
        var at = new int[axes.Length];
        long cases = 0, differences = 0;
        string? first = null;
        // Cases outside the term are many and alike; the reference says no to them at once.
        do
        {
            cases++;
            var expected = s_reference.Allows(id, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8));
            if (expected != allowed.Contains(Key(at)) && differences++ == 0)
                first = string.Join("; ", axes.Select((a, i) => $"{a.Name} {V(i)}")) + $" reference {expected}";
        }
        while (Next());

        Assert.True(differences == 0, $"{differences} differences, the first: {first}");
        Assert.Equal(matrix.Cases, cases);

        string V(int axis) => axes[axis].Values[at[axis]];

        bool Next()
        {
            for (var i = axes.Length - 1; i >= 0; i--)
            {
                if (++at[i] < axes[i].Values.Length)
                    return true;
                at[i] = 0;
            }
            return false;
        }
    }

    private static string Key(IEnumerable<int> at) => string.Join(',', at);
}
