using System.Collections.Frozen;

namespace ReadinessPassport.Transparency.Entries;

/// <summary>What can stand in the log. The list is closed: an entry of another kind cannot be appended and does not verify.</summary>
public static class EntryKinds
{
    /// <summary>Somebody asked and the policy answered, denials too.</summary>
    public const string Decision = "decision";

    /// <summary>Facts about people left, or encodings were taken in.</summary>
    public const string Disclosure = "disclosure";

    /// <summary>A table's answer was stored for good.</summary>
    public const string Release = "release";

    /// <summary>Whether an answer can be undone.</summary>
    public const string AuditResult = "audit-result";

    /// <summary>A second person's verdict.</summary>
    public const string Review = "review";

    /// <summary>ρ was spent.</summary>
    public const string BudgetDebit = "budget-debit";

    /// <summary>A consent was given.</summary>
    public const string ConsentGiven = "consent-given";

    /// <summary>A disclosure rested on a consent.</summary>
    public const string ConsentUsed = "consent-used";

    /// <summary>A consent was withdrawn.</summary>
    public const string ConsentRevoked = "consent-revoked";

    /// <summary>An exception stood in for a consent.</summary>
    public const string ExceptionUsed = "exception-used";

    /// <summary>The next-day review of an exception.</summary>
    public const string ExceptionReviewed = "exception-reviewed";

    /// <summary>Something was destroyed.</summary>
    public const string DestructionCertificate = "destruction-certificate";

    /// <summary>Every kind.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "vocabulary-published", "law-published",
        "agreement-published", "agreement-signed", "agreement-activated", "agreement-suspended", "agreement-withdrawn",
        "signing-key-registered", "signing-key-retired",
        ConsentGiven, ConsentUsed, ConsentRevoked, "visa-issued", "visa-revoked",
        "upload-accepted", "upload-refused", "upload-withdrawn",
        "linkage-run", "link-certified", "link-revoked", "key-rotated", "checkpoint-witnessed",
        Decision, Disclosure, Release, AuditResult, Review, BudgetDebit,
        ExceptionUsed, ExceptionReviewed, DestructionCertificate, "subject-access", "configuration-changed");
}
