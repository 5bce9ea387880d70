namespace ReadinessPassport.Policy;

/// <summary>
/// One request, reduced to what can be asked of a clause. The same question serves a concrete request and a case of the matrix: a case takes table,
/// relation, extract and evidence as the clause asks, and is given its consent state instead of consents.
/// </summary>
internal sealed record Question
{
    public required string Requester { get; init; }
    public required string? RequesterKind { get; init; }
    public required string? RequesterJurisdiction { get; init; }
    public required string Role { get; init; }
    public required string Purpose { get; init; }
    public required AccessMode Mode { get; init; }

    /// <summary>Takes table, relation, extract and evidence as the clause asks.</summary>
    public bool AsTheClauseAsks { get; init; }

    public string? Table { get; init; }
    public ExtractTerms? Extract { get; init; }
    public SubjectCircumstances? Subject { get; init; }
    public IReadOnlyList<string> Actions { get; init; } = [];
    public ExceptionClaim? Claim { get; init; }

    /// <summary>Of a case: the exception, valid in itself.</summary>
    public string? CaseException { get; init; }

    /// <summary>Of a case: the state of consents.</summary>
    public ConsentState? CaseConsent { get; init; }

    public IReadOnlyList<ConsentRecord> Consents { get; init; } = [];
    /// <summary>Requester, role and purpose in one number, by which clauses remember what they said; −1 where a word is outside the vocabulary.</summary>
    public int Asker { get; init; } = -1;

    /// <summary>Requester and purpose in one number, by which laws remember what they said; −1 where a word is outside the vocabulary.</summary>
    public int Route { get; init; } = -1;

    /// <summary>Which signers of a consent stand under today's custody, worked out once for each consent.</summary>
    public Dictionary<ConsentRecord, ConsentSignature[]> Standing { get; init; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What consents said last: agreements that ask for the same forms ask the same of a provider's category.</summary>
    public ConsentMemo Memo { get; } = new();

    public DateTimeOffset At { get; init; }
    public DateOnly Day { get; init; }
    public string? Person { get; init; }
}
