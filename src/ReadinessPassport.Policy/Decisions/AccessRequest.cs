using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>
/// Who wants to know what, for which purpose, in which form. It names no person who is asked about: what the policy needs of one is their age state,
/// custody and the requester's relation to them (<see cref="SubjectCircumstances"/>), and their consents, which are handed over beside it.
/// </summary>
/// <remarks>Codes are texts because a request may hold codes nobody knows: that is an answer (<c>E-VOCAB</c>), not an exception.</remarks>
public sealed record AccessRequest
{
    /// <summary>Who asks.</summary>
    public required Requester Requester { get; init; }

    /// <summary>What for: a code of <c>vocab/purposes.yml</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>In which form.</summary>
    public required AccessMode Mode { get; init; }

    /// <summary>Whose records, and which categories of each: at least one. For a table those of its specification, never the requester's word.</summary>
    public required IReadOnlyList<Contribution> Contributors { get; init; }

    /// <summary>When. Agreements count days in the zone of <c>vocab/system.yml</c>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Only this agreement may permit; null lets every agreement permit. Prohibitions of all others bind either way.</summary>
    public string? Agreement { get; init; }

    /// <summary>For <see cref="AccessMode.Aggregate"/>: the catalogued table, such as <c>T-PK3-01</c>.</summary>
    public string? Table { get; init; }

    /// <summary>For <see cref="AccessMode.Aggregate"/>: the frozen snapshot. Recorded, not judged.</summary>
    public string? Snapshot { get; init; }

    /// <summary>For <see cref="AccessMode.ConsentedIndividual"/>: what the requesting edge attests of the person today.</summary>
    public SubjectCircumstances? Subject { get; init; }

    /// <summary>For <see cref="AccessMode.ResearchExtract"/>: which rows are asked for and who approved.</summary>
    public ExtractTerms? Extract { get; init; }

    /// <summary>What the answer would be used for beyond reading it: codes of <c>vocab/actions.yml</c>, for a table those its specification declares.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The named exception that should stand in for a consent; null for none.</summary>
    public ExceptionClaim? Exception { get; init; }
}
