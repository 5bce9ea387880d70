using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Relations that must all have signed. <c>S:own-care</c> asks that the young person could consent to the care itself.</summary>
internal sealed record SignerAlternative(ImmutableArray<string> Relations)
{
    private const string OwnCare = ":own-care";

    public bool IsSigned(ReadOnlySpan<ConsentSignature> signers)
    {
        foreach (var relation in Relations)
        {
            var found = false;
            foreach (var signer in signers)
                found |= relation.EndsWith(OwnCare, StringComparison.Ordinal) ? signer.Relation == relation[..1] && signer.Authority == "own-care" : signer.Relation == relation;
            if (!found)
                return false;
        }
        return true;
    }
}
