namespace ReadinessPassport.Policy;

/// <summary>
/// One section of a passport as the caseworker may see it. It is a function of requester, purpose, agreement and consents; never of data, links or
/// source, so that two people who differ only in what is refused look alike.
/// </summary>
/// <param name="Category">The category's code.</param>
/// <param name="Label">Such as <c>School attendance</c>.</param>
/// <param name="Included">Whether facts may be read. A section that is not included must not be queried.</param>
/// <param name="Words">For a section that is not included, the sentence to show; null otherwise.</param>
/// <param name="ConsentMayOpen">Whether to offer recording a consent.</param>
public sealed record PassportSection(string Category, string Label, bool Included, string? Words, bool ConsentMayOpen);
