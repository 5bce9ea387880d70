using System.Collections.Immutable;
using System.Text;
using ReadinessPassport.Policy;
using ReadinessPassport.Transparency.Bundles;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>Step 5: the texts decisions name are the texts in the bundle, and every agreement that permitted something was signed by all when it did, over the print that lies beside it.</summary>
internal static class AgreementStep
{
    public static StepReport Run(ReviewedBundle bundle)
    {
        var findings = ImmutableArray.CreateBuilder<BundleFinding>();
        foreach (var (sha256, folder) in bundle.Folders.Where(f => f.Key != f.Value.Sha256))
            findings.Add(new(BundleErrors.WrongDigest, null, $"policies/{sha256[..Math.Min(12, sha256.Length)]}… has the digest {folder.Sha256[..12]}…"));
        var (agreements, signatures) = (new HashSet<(string, string)>(), 0);
        foreach (var decision in bundle.Decisions.Where(d => d.Permits))
        {
            if (!bundle.Folders.TryGetValue(decision.PolicySha256, out var folder))
            {
                findings.Add(new(BundleErrors.AgreementUnsigned, decision.Entry.Index, $"decision {decision.Id} names policy texts that are not in the bundle"));
                continue;
            }
            foreach (var reference in decision.Agreements)
            {
                var agreement = folder.Agreements.FirstOrDefault(a => a.Reference == reference);
                var first = agreements.Add((decision.PolicySha256, reference));
                if (first && agreement is not null)
                    signatures += folder.Signing(agreement).Valid;
                if (Problem(agreement, folder, decision, bundle) is { } problem)
                    findings.Add(new(BundleErrors.AgreementUnsigned, decision.Entry.Index, $"{reference}, which permitted {decision.Id}: {problem}"));
            }
        }
        return new("policy", $"{agreements.Count} agreements, {signatures} signatures, text = print", findings.ToImmutable());
    }

    private static string? Problem(Agreement? agreement, PolicyFolder folder, BundledDecision decision, ReviewedBundle bundle)
    {
        if (agreement is null)
            return "its text does not load";
        var signing = folder.Signing(agreement);
        if (!signing.IsComplete)
            return signing.Findings.Length > 0 ? signing.Findings[0].Words : "not every signatory has signed";
        if (decision.At is not { } at || signing.SignedAt > at)
            return "it was signed only after the decision";
        if (bundle.Bundle.File($"prints/{agreement.Reference}.txt") is not { } print)
            return "its print is missing";
        return AgreementPrint.Of(agreement, folder).Body == Encoding.UTF8.GetString(print) ? null : "its print is not what the text prints";
    }
}
