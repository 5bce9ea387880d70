namespace ReadinessPassport.Policy;

/// <summary>Somebody claims that an exception stands in for a consent, shows evidence, and a second person approves.</summary>
/// <param name="Code">A code of <c>vocab/exceptions.yml</c>, such as <c>foster-care-education</c>.</param>
/// <param name="Evidence">Field → reference: ids, dates, codes. Never a text about a person, which stays at the edge.</param>
/// <param name="Approver">Who approved; null while nobody has.</param>
/// <param name="ApprovedAt">When; null while nobody has.</param>
/// <param name="Until">The last moment the exception counts; must lie within what the exception allows.</param>
public sealed record ExceptionClaim(string Code, IReadOnlyDictionary<string, string> Evidence, Requester? Approver, DateTimeOffset? ApprovedAt, DateTimeOffset? Until);
