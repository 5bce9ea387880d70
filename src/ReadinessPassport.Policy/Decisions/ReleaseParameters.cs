using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The numbers and limits under which a permit may be used: the strictest of every agreement, law and table that has a say.</summary>
public sealed record ReleaseParameters
{
    /// <summary>Smallest count that may be printed; never below the floor of <c>vocab/system.yml</c>. Null outside aggregates.</summary>
    public int? MinimumCell { get; init; }

    /// <summary>Whether a zero may be printed. False as soon as one contributor suppresses zeros.</summary>
    public bool PublishZeros { get; init; } = true;

    /// <summary>Percentages at or below this, and at or above 100 less this, are printed as <c>≤</c> and <c>≥</c>. Null outside aggregates.</summary>
    public int? PercentEnds { get; init; }

    /// <summary>The narrowest interval anybody may be able to compute for a hidden count; at least <see cref="MinimumCell"/> − 1. Null outside aggregates.</summary>
    public int? MinimumWidth { get; init; }

    /// <summary>The audits that must pass: <c>linear-program</c>, <c>insider</c>, <c>differencing</c>, <c>integer</c>.</summary>
    public ImmutableArray<string> Audits { get; init; } = [];

    /// <summary>Whether a table may be published after review. False as soon as one agreement says never.</summary>
    public bool PublicAfterReview { get; init; }

    /// <summary>The noise a table must have; null for none.</summary>
    public PrivacyBudget? DifferentialPrivacy { get; init; }

    /// <summary>Agencies whose approval is needed, ordinally ordered.</summary>
    public ImmutableArray<string> Reviewers { get; init; } = [];

    /// <summary>How many business days reviewers have. Null outside aggregates.</summary>
    public int? ReviewBusinessDays { get; init; }

    /// <summary>How many years back a passport may look. Null outside passports.</summary>
    public int? LookBackYears { get; init; }

    /// <summary>How much of each category may be shown; every permitted category of a passport has an entry.</summary>
    public ImmutableSortedDictionary<string, ShownRung> Show { get; init; } = ImmutableSortedDictionary.Create<string, ShownRung>(StringComparer.Ordinal);

    /// <summary>Whether stewards must have confirmed a link, beyond its being certified by rule. True unless every clause says <c>by-rule</c>.</summary>
    public bool LinksConfirmedBySteward { get; init; } = true;

    /// <summary>Everything derived is destroyed by the end of this day; null when no agreement says.</summary>
    public DateOnly? DestroyBy { get; init; }

    /// <summary>Whether, and to whom, the recipient may pass on.</summary>
    public RedisclosureRule Redisclosure { get; init; } = RedisclosureRule.None;

    /// <summary>Fewest rows that may share their quasi-identifiers in an extract. Null outside extracts.</summary>
    public int? KAnonymity { get; init; }

    /// <summary>How long encodings may be kept. Null outside linkage.</summary>
    public int? KeepEncodingsDays { get; init; }

    /// <summary>Whether only certified links may be used for tables too (<c>minimum_certainty: certified</c>).</summary>
    public bool CertifiedLinks { get; init; }
}
