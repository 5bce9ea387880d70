using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>Something that is wrong with a bundle or with what it tells.</summary>
/// <param name="Code">RP8001 to RP8008: see <see cref="BundleErrors"/>.</param>
/// <param name="Index">The entry it is about; null when about none.</param>
/// <param name="Words">One sentence, without personal data.</param>
public sealed record BundleFinding(string Code, long? Index, string Words)
{
    /// <summary>Whether the bundle does not verify because of it, rather than telling of something somebody must look at.</summary>
    public bool IsFailure => Code is not (BundleErrors.BrokenChain or BundleErrors.TableLeaks);

    /// <summary>What a command ends with when this is the worst it found.</summary>
    public ExitCode Exit => IsFailure ? ExitCode.VerificationFailed : ExitCode.Findings;

    /// <summary><c>RP8007 entry 1844017: …</c></summary>
    public override string ToString() => Index is { } index ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code} entry {index:#,0}: {Words}") : $"{Code} {Words}";
}
