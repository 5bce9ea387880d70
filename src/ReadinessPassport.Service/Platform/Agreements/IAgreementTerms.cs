namespace ReadinessPassport.Service.Platform.Agreements;

/// <summary>
/// What any slice may ask of the agreements without knowing the slice that keeps them. A door: the Agreements slice registers the one implementation
/// that reads the signed texts.
/// </summary>
internal interface IAgreementTerms
{
    /// <summary>The terms of the agreement's version in force, or of the newest when none is; null when there is no such agreement.</summary>
    ValueTask<AgreementTerms?> FindAsync(string agreement, CancellationToken ct);
}
