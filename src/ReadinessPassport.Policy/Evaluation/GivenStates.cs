namespace ReadinessPassport.Policy;

/// <summary>States of consents and exceptions that are given instead of found.</summary>
/// <param name="Of">For a provider and category: the consent's state, and the exception that holds.</param>
internal sealed record GivenStates(Func<string, string, (ConsentState Consent, string? Exception)> Of)
{
    public static GivenStates? Everywhere(ConsentState? state) => state is { } s ? new((_, _) => (s, null)) : null;

    public Question Ask(Question question, string provider, string category)
    {
        var (consent, exception) = Of(provider, category);
        return question with { CaseConsent = question.Mode == AccessMode.ConsentedIndividual ? consent : null, CaseException = exception };
    }
}
