using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Whether an agreement's signatures hold, each by itself.</summary>
/// <param name="Findings">RP603x: what keeps it a draft; empty when every signatory has signed validly.</param>
/// <param name="SignedAt">The last valid signature's moment; null until every signatory has signed.</param>
/// <param name="Valid">How many signatories have signed validly.</param>
/// <param name="Needed">How many must.</param>
public sealed record SigningState(ImmutableArray<SignatureFinding> Findings, DateTimeOffset? SignedAt, int Valid, int Needed)
{
    /// <summary>Whether everybody has signed validly.</summary>
    public bool IsComplete => Findings.IsEmpty && Valid == Needed;

    internal static SigningState Of(Agreement agreement, PolicyFolder folder)
    {
        var findings = ImmutableArray.CreateBuilder<SignatureFinding>();
        DateTimeOffset? last = null;
        var valid = 0;
        foreach (var signatory in agreement.Signatories)
        {
            var candidates = agreement.Signatures.Where(s => s.Agency == signatory.Agency && s.Name == signatory.Name && s.Title == signatory.Title).ToList();
            if (candidates.Count == 0)
            {
                findings.Add(new(PolicyCodes.SignatureMissing, signatory, $"signature of {signatory.Agency} ({signatory.Name}) is missing"));
                continue;
            }
            var best = candidates.Select(c => (Signature: c, Finding: SignatureCheck.Find(agreement, c, signatory, folder))).OrderBy(c => c.Finding is null ? 0 : 1).First();
            if (best.Finding is { } finding)
            {
                findings.Add(finding);
                continue;
            }
            valid++;
            if (last is null || best.Signature.SignedAt > last)
                last = best.Signature.SignedAt;
        }
        return new SigningState(findings.ToImmutable(), findings.Count == 0 ? last : null, valid, agreement.Signatories.Length);
    }
}
