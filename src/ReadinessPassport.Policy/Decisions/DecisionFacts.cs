using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What a decision keeps so that its reasons and record can be written when somebody asks for them.</summary>
/// <param name="Id">Random, unique.</param>
/// <param name="Request">What was asked.</param>
/// <param name="PolicySha256">Root digest of the policy folder.</param>
/// <param name="Pairs">Each contributor and category with its answer.</param>
/// <param name="Whole">Reasons about the request as a whole (vocabulary, visa, debarment); empty when it got past them.</param>
internal sealed record DecisionFacts(string Id, AccessRequest Request, string PolicySha256, ImmutableArray<PairDecision> Pairs, ImmutableArray<Reason> Whole)
{
    public ImmutableArray<Reason> Reasons()
    {
        // What denies comes first, and among that what is said of the whole request; within, the order of the request.
        var pairs = Pairs.SelectMany(p => p.Reasons);
        return [.. Whole, .. pairs.OrderBy(r => r.Code == ReasonCode.Permitted ? 1 : 0)];
    }
}
