using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One word of a vocabulary. A published label is never edited and a code never removed: the label is part of what was signed.</summary>
public sealed record VocabularyCode
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>From this day it may not be used in new texts; null while it may.</summary>
    public DateOnly? Retired { get; init; }

    /// <summary>Of an agency: its state, or <c>us</c>.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Of an agency: its kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Of a role: more than one of them.</summary>
    public string? Plural { get; init; }

    /// <summary>Of a category: what heads its section of a passport.</summary>
    public string? Section { get; init; }

    /// <summary>Of a category: whether federal or state rules protect it for everyone, so that refusals say only that.</summary>
    public bool SpeciallyProtected { get; init; }

    /// <summary>Of a category: the regimes that govern it.</summary>
    public ImmutableArray<string> Regimes { get; init; } = [];

    /// <summary>Of an action: whether the engine denies what declares it; otherwise it is a duty of the recipient.</summary>
    public bool Enforced { get; init; }

    /// <summary>Of an exception: the fields its evidence must fill.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Of an exception: whose approval it needs: <c>provider</c>, <c>child-welfare</c> or <c>any</c> agency.</summary>
    public string? ApproverAgency { get; init; }

    /// <summary>Of an exception: the role that approves.</summary>
    public string? ApproverRole { get; init; }

    /// <summary>Of an exception: how many hours it lasts at most.</summary>
    public int? LongestHours { get; init; }

    /// <summary>Of a leave-out flag: whether every agreement must name it.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>Of a relation: the custodies under which somebody can be that person.</summary>
    public ImmutableArray<string> Custody { get; init; } = [];
}
