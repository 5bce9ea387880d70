using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A set of cases that is a product of value sets, one for each axis: <c>provider MA.DCF; role program-analyst|agency-head; …</c></summary>
/// <param name="Sets">For each axis the positions of its values, ascending.</param>
public sealed record Box(ImmutableArray<ImmutableArray<int>> Sets)
{
    /// <summary>How many cases it holds.</summary>
    public long Cases => Sets.Aggregate(1L, (product, set) => product * set.Length);

    /// <summary>One line: a full axis says <c>any</c>, several values join with <c>|</c> in ordinal order.</summary>
    public string Text(IReadOnlyList<Axis> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        return string.Join("; ", axes.Select((axis, i) => $"{axis.Name} {Values(axis, i)}"));
    }

    private string Values(Axis axis, int i) =>
        Sets[i].Length == axis.Values.Length && axis.Values.Length > 1 ? "any" : string.Join('|', Sets[i].Select(v => axis.Values[v]).Order(StringComparer.Ordinal));
}
