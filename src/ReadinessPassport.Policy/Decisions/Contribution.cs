namespace ReadinessPassport.Policy;

/// <summary>One agency's part in a request.</summary>
/// <param name="Agency">The provider, such as <c>MA.DESE</c>.</param>
/// <param name="Categories">Codes of <c>vocab/categories.yml</c>; at least one.</param>
public sealed record Contribution(string Agency, IReadOnlyList<string> Categories);
