using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What nobody gives under this agreement or one that stands under it.</summary>
/// <param name="Clause">Such as <c>D4</c>.</param>
/// <param name="Patterns">Categories, and families such as <c>health.any</c>.</param>
public sealed record NeverClause(string Clause, ImmutableArray<string> Patterns)
{
    internal bool Covers(string category) => Patterns.Any(p => PolicyVocabulary.Covers(p, category));
}
