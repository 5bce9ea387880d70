using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A provider's category in one version of an agreement: the unit that is judged.</summary>
internal sealed class PolicyEntry
{
    public PolicyEntry(Agreement agreement, ImmutableArray<Agreement> parents, string provider, string category, PolicyFolder folder)
    {
        (Agreement, Parents, Provider, Category) = (agreement, parents, provider, category);
        IsGiven = agreement.Data.Any(d => d.Provider == provider && d.Categories.Contains(category));
        NeverIn = ((IEnumerable<Agreement>)[agreement, .. parents]).SelectMany(a => a.Never.Where(n => n.Covers(category)).Select(n => (a, n))).Select(x => new CitedClause(x.a.Id, x.a.Version, x.n.Clause)).FirstOrDefault();
        Law = new LawTerms(agreement, provider, category, folder);
    }

    public Agreement Agreement { get; }

    /// <summary>The agreements it stands under, nearest first.</summary>
    public ImmutableArray<Agreement> Parents { get; }

    public string Provider { get; }
    public string Category { get; }
    public bool IsGiven { get; }

    /// <summary>The clause, here or above, that says nobody ever gives it; null for none.</summary>
    public CitedClause? NeverIn { get; }

    public LawTerms Law { get; }
}
