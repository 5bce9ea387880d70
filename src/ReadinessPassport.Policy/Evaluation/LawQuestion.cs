namespace ReadinessPassport.Policy;

/// <summary>What a law is asked.</summary>
/// <param name="Mode">In which form.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Provider">From whom.</param>
/// <param name="Recipient">To whom: the requester's agency, or the linkage service.</param>
/// <param name="RecipientKind">Its kind.</param>
/// <param name="RecipientJurisdiction">Its state.</param>
/// <param name="ConsentActive">Whether a consent covers it.</param>
/// <param name="Exception">The valid exception; null for none.</param>
/// <param name="Day">When.</param>
/// <param name="Route">Recipient and purpose in one number; −1 where not numbered.</param>
internal readonly record struct LawQuestion(AccessMode Mode, string Purpose, string Provider, string Recipient, string? RecipientKind, string? RecipientJurisdiction, bool ConsentActive, string? Exception, DateOnly Day, int Route);
