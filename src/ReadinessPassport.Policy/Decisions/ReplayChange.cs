namespace ReadinessPassport.Policy;

/// <summary>An answer that differs from the record.</summary>
/// <param name="Provider">Whose records.</param>
/// <param name="Category">Which category.</param>
/// <param name="Before">Whether it was permitted.</param>
/// <param name="After">Whether it is now.</param>
/// <param name="Clauses">The clauses that permit it now.</param>
public sealed record ReplayChange(string Provider, string Category, bool Before, bool After, string Clauses);
