namespace ReadinessPassport.Policy;

/// <summary>To whom a law lets a record go.</summary>
internal enum RecipientRule
{
    AnyParty,
    Designated,
    HoldersBound,
    NamedInConsent,
    Custodian,
    ProviderOnly,
    Listed,
}
