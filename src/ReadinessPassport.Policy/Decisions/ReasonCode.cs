namespace ReadinessPassport.Policy;

/// <summary>What a reason says. The codes beginning with <c>E-</c> deny; each is written as in <see cref="ReasonCodes.Text"/>.</summary>
public enum ReasonCode
{
    /// <summary>A clause permits (<c>PERMITTED</c>).</summary>
    Permitted,

    /// <summary>A code that no vocabulary holds (<c>E-VOCAB</c>).</summary>
    Vocabulary,

    /// <summary>No role credential, another agency's, or one that is over (<c>E-VISA</c>).</summary>
    Visa,

    /// <summary>Agency or person stands on the debarment register (<c>E-DEBARRED</c>).</summary>
    Debarred,

    /// <summary>No agreement in force gives this category to this requester for this purpose in this form (<c>E-NOAGREEMENT</c>).</summary>
    NoAgreement,

    /// <summary>An agreement forbids it, whatever another permits (<c>E-PROHIBITED</c>).</summary>
    Prohibited,

    /// <summary>A law has no way for it, or counsel has not read the law's pack (<c>E-LAW</c>).</summary>
    Law,

    /// <summary>No consent covers it (<c>E-CONSENT</c>).</summary>
    Consent,

    /// <summary>The exception is not named by the clause, or its evidence or approval is not complete (<c>E-EXCEPTION</c>).</summary>
    Exception,

    /// <summary>Nothing ties the requester to the client as the clause asks (<c>E-RELATION</c>).</summary>
    Relation,

    /// <summary>An approval is missing or the extract asks for more than the clause gives (<c>E-EXTRACT</c>).</summary>
    Extract,

    /// <summary>Something the decision needs is missing or broken (<c>E-INDETERMINATE</c>).</summary>
    Indeterminate,

    /// <summary>The log could not take the decision, or its witnesses are too old (<c>E-LOG</c>); said by the hub, never by the decision point.</summary>
    Log,
}
