using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The sections an agreement's passports have: the same for every client and every requester.</summary>
internal static class PassportCatalogue
{
    /// <summary>Every category of the agreement's passport clauses, clause by clause, in the order of the text.</summary>
    public static ImmutableArray<string> Of(Agreement agreement) =>
        [.. agreement.Release.Where(r => r.Mode == AccessMode.ConsentedIndividual && !r.IsNever).SelectMany(r => r.CategoriesInOrder.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
}
