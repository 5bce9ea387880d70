namespace ReadinessPassport.Policy;

/// <summary>In what form somebody wants to know something. An agreement says for each form who may, for what; a form without a clause is denied.</summary>
public enum AccessMode
{
    /// <summary>Encoded records go to the linkage service: a disclosure of its own (<c>linkage</c>).</summary>
    Linkage,

    /// <summary>Counts of people, in a catalogued table (<c>aggregate</c>).</summary>
    Aggregate,

    /// <summary>Facts about one person, by consent or a named exception (<c>consented-individual</c>).</summary>
    ConsentedIndividual,

    /// <summary>Rows without names, in an enclave (<c>research-extract</c>).</summary>
    ResearchExtract,
}
