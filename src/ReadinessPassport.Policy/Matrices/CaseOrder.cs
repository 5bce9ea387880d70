using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Cases in the order of the axes.</summary>
internal sealed class CaseOrder : IComparer<ImmutableArray<int>>
{
    public static CaseOrder Instance { get; } = new();

    public int Compare(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());
}
