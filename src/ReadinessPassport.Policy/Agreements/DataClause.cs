using System.Collections.Frozen;

namespace ReadinessPassport.Policy;

/// <summary>What a provider gives.</summary>
/// <param name="Clause">Such as <c>D1</c>.</param>
/// <param name="Provider">The agency.</param>
/// <param name="Categories">Its categories.</param>
public sealed record DataClause(string Clause, string Provider, FrozenSet<string> Categories);
