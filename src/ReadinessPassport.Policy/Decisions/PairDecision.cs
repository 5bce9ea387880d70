using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The answer for one contributor and one category.</summary>
public sealed class PairDecision
{
    private readonly Lazy<ImmutableArray<Reason>> _reasons;
    private readonly Lazy<ImmutableArray<CitedClause>>? _clauses;

    internal PairDecision(string provider, string category, bool permitted, Func<ImmutableArray<CitedClause>>? clauses, string? consent, string? exception, bool speciallyProtected, bool consentMayOpen, Func<ImmutableArray<Reason>> reasons)
    {
        (Provider, Category, Permitted, Consent, Exception, SpeciallyProtected, ConsentMayOpen) = (provider, category, permitted, consent, exception, speciallyProtected, consentMayOpen);
        _reasons = new(reasons);
        _clauses = clauses is null ? null : new(clauses);
    }

    /// <summary>Whose records.</summary>
    public string Provider { get; }

    /// <summary>Which category.</summary>
    public string Category { get; }

    /// <summary>The answer.</summary>
    public bool Permitted { get; }

    /// <summary>The release or linkage clauses that permit, of every agreement that does; empty when none does.</summary>
    public ImmutableArray<CitedClause> Clauses => _clauses is null ? [] : _clauses.Value;

    /// <summary>The consent it rests on; null when it rests on none.</summary>
    public string? Consent { get; }

    /// <summary>The exception it rests on; null when it rests on none.</summary>
    public string? Exception { get; }

    /// <summary>Whether the category is specially protected, so that refusals say so to everybody alike.</summary>
    public bool SpeciallyProtected { get; }

    /// <summary>Whether a consent is all that is missing.</summary>
    public bool ConsentMayOpen { get; }

    /// <summary>Why, most decisive first. Never empty.</summary>
    public ImmutableArray<Reason> Reasons => _reasons.Value;
}
