using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>What can be wrong with a bundle, each code declared here and nowhere else. RP8001 to RP8006 mean that it does not verify, RP8007 and RP8008 that somebody must look at what was done.</summary>
public static class BundleErrors
{
    /// <summary>Not a bundle, or not in its one form.</summary>
    public const string Malformed = "RP8001";

    /// <summary>A digest does not fit what it is of.</summary>
    public const string WrongDigest = "RP8002";

    /// <summary>A signature is missing or does not verify, or there is no quorum of witnesses.</summary>
    public const string WrongSignature = "RP8003";

    /// <summary>A proof does not lead to the root.</summary>
    public const string WrongProof = "RP8004";

    /// <summary>An agreement's text, print and signatures do not belong together.</summary>
    public const string AgreementUnsigned = "RP8005";

    /// <summary>Decided again, it comes out differently.</summary>
    public const string ReplayDiffers = "RP8006";

    /// <summary>Something was done without what must come before it.</summary>
    public const string BrokenChain = "RP8007";

    /// <summary>A released table gives away what it hides.</summary>
    public const string TableLeaks = "RP8008";

    /// <summary>RP8009: a trust file or salt that cannot be used.</summary>
    public static PassportException Unusable(string what, string next) => new("RP8009", ExitCode.BadInput, what, next);

    /// <summary>RP8010: more than fits into one bundle.</summary>
    public static PassportException TooLarge() => new("RP8010", ExitCode.BadInput, "The export would pass 2 GiB or 65,534 files, more than one bundle holds.", "export a shorter range with --from and --to");

    /// <summary>RP8011: nothing can be shown from a bundle that does not open.</summary>
    public static PassportException NotABundle(string why) => new("RP8011", ExitCode.VerificationFailed, $"This is no log bundle: {why}.", "passport-review log verify BUNDLE names everything that is wrong with it");
}
