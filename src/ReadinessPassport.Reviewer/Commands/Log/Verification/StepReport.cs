using System.Collections.Immutable;
using ReadinessPassport.Transparency.Bundles;

namespace ReadinessPassport.Reviewer.Commands.Log.Verification;

/// <summary>What one step did and found.</summary>
/// <param name="Name">One word.</param>
/// <param name="Words">What it looked at, with numbers.</param>
/// <param name="Findings">What it found; empty when all is well.</param>
internal sealed record StepReport(string Name, string Words, ImmutableArray<BundleFinding> Findings);
