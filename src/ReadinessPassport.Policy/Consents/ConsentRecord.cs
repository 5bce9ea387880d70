namespace ReadinessPassport.Policy;

/// <summary>
/// One grant: one purpose, one set of categories, from some agencies, to some roles. It holds no name, no birth date and no handle: whose consent it is
/// is the hub's knowledge, and the hub hands over the consents of the person asked about.
/// </summary>
public sealed record ConsentRecord
{
    /// <summary><c>C-2027-000381</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Form and version, such as <c>CF-PASSPORT-1@3</c>.</summary>
    public required string Form { get; init; }

    /// <summary>SHA-256 of the exact text shown, lower-case hexadecimal; must be one of the form's texts.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>BCP 47 tag of the language in which it was shown.</summary>
    public required string Language { get; init; }

    /// <summary>The agency where it was signed.</summary>
    public required string CapturedBy { get; init; }

    /// <summary>Age state on the day of signing.</summary>
    public required string AgeState { get; init; }

    /// <summary>Custody on the day of signing.</summary>
    public required string Custody { get; init; }

    /// <summary>Who signed.</summary>
    public required IReadOnlyList<ConsentSignature> Signers { get; init; }

    /// <summary>Agencies that may disclose, if they have anything.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Who may see.</summary>
    public required IReadOnlyList<ConsentRecipient> To { get; init; }

    /// <summary>Categories, "if any exist": naming one asserts nothing.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The one purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>The law packs whose elements the form fulfils.</summary>
    public required IReadOnlyList<string> CoversLaws { get; init; }

    /// <summary>The statements the form made.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>First day it counts.</summary>
    public required DateOnly Signed { get; init; }

    /// <summary>Last day it counts; never later than <c>consent_longest_days</c> after <see cref="Signed"/>.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Whether it serves one disclosure only. Forced for <c>health.hiv</c>, whatever is said here.</summary>
    public bool SingleUse { get; init; }

    /// <summary>The decision that used it up; null while none has.</summary>
    public string? UsedBy { get; init; }

    /// <summary>When it was withdrawn; null while it is not. From that moment it counts for nothing.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The consent this one renews; null for none.</summary>
    public string? Renews { get; init; }
}
