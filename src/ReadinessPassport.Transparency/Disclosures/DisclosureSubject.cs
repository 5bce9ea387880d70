namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>Whom it was about: never a name, which the agency's edge joins when it prints.</summary>
/// <param name="Kind"><c>student</c>, or a group: <c>class</c>, <c>school</c>, <c>district</c>, <c>cohort</c>.</param>
/// <param name="Reference">A record handle for a student, a public code or a digest for a group.</param>
public sealed record DisclosureSubject(string Kind, string Reference)
{
    /// <summary>Whether it is about several persons at once.</summary>
    public bool IsGroup => Kind is not "student";
}
