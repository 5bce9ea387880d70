namespace ReadinessPassport.Policy;

/// <summary>A question as the laws are asked it.</summary>
internal static class Questions
{
    public static LawQuestion AboutRelease(this Question question, PolicyEntry entry, bool consentActive, string? exception) => new(
        question.Mode, question.Purpose, entry.Provider, question.Requester, question.RequesterKind, question.RequesterJurisdiction, consentActive, exception, question.Day, question.Route);

    /// <summary>The linkage service is the recipient; it is a body between the providers, so that no state line is crossed by encoding.</summary>
    public static LawQuestion AboutLinkage(this Question question, PolicyEntry entry, string service) => new(
        AccessMode.Linkage, question.Purpose, entry.Provider, service, "linkage-service", "us", false, null, question.Day, -1);
}
