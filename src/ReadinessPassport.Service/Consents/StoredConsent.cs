using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Consents;

/// <summary>A consent as the hub keeps it: one purpose, one set of categories, from some agencies, to some roles; no name, no birth date.</summary>
internal sealed record StoredConsent
{
    public required string Id { get; init; }

    /// <summary>The signing it came from; one signing may make several consents.</summary>
    public required string Signing { get; init; }

    /// <summary>Form and version, such as <c>CF-PASSPORT-1@1</c>.</summary>
    public required string Form { get; init; }

    /// <summary>BCP 47 tag of the language in which it was signed.</summary>
    public required string Language { get; init; }

    /// <summary>Digest of the exact text shown.</summary>
    public required string TextSha256 { get; init; }

    public required DataOwnerId CapturedBy { get; init; }
    public required DataOwnerId Owner { get; init; }
    public required RecordHandle Handle { get; init; }
    public required SigningCircumstances AtSigning { get; init; }
    public required IReadOnlyList<ConsentSigner> Signers { get; init; }

    /// <summary>Who may disclose.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Who may see.</summary>
    public required IReadOnlyList<ConsentRecipient> Recipients { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }
    public required string Purpose { get; init; }
    public required IReadOnlyList<string> CoversLaws { get; init; }
    public required IReadOnlyList<string> Statements { get; init; }
    public required DateOnly Signed { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly Expires { get; init; }

    public bool SingleUse { get; init; }

    /// <summary>The decision that used it up.</summary>
    public string? UsedBy { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
    public string? Renews { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The relation of who revoked it.</summary>
    public string? RevokedBy { get; init; }

    public required ConsentReceipt Receipt { get; init; }
}
