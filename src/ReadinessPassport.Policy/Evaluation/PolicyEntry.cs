using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A provider's category in one version of an agreement: the unit that is judged.</summary>
internal sealed class PolicyEntry
{
    public PolicyEntry(Agreement agreement, ImmutableArray<Agreement> parents, string provider, string category, PolicyFolder folder)
    {
        (Agreement, Parents, Provider, Category) = (agreement, parents, provider, category);
        IsGiven = agreement.Data.Any(d => d.Provider == provider && d.Categories.Contains(category));
        Law = new LawTerms(agreement, provider, category, folder);
    }

    public Agreement Agreement { get; }

    /// <summary>The agreements it stands under, nearest first.</summary>
    public ImmutableArray<Agreement> Parents { get; }

    public string Provider { get; }
    public string Category { get; }
    public bool IsGiven { get; }

    /// <summary>The clauses, here and above, that say nobody ever gives it.</summary>
    public IEnumerable<CitedClause> NeverIn =>
        ((IEnumerable<Agreement>)[Agreement, .. Parents]).SelectMany(a => a.Never.Where(n => n.Covers(Category)).Select(n => new CitedClause(a.Id, a.Version, n.Clause)));

    public LawTerms Law { get; }
}
