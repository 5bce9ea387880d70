namespace ReadinessPassport.Policy;

/// <summary>What a person's consents say to one (discloser, recipient, role, category, purpose): the best of them, best first.</summary>
public enum ConsentState
{
    /// <summary>One covers it (<c>active</c>).</summary>
    Active,

    /// <summary>One covered it, for a single use that is over (<c>used-up</c>).</summary>
    UsedUp,

    /// <summary>One would cover it, were it signed by who may sign today (<c>wrong-signer</c>).</summary>
    WrongSigner,

    /// <summary>One covered it until its term ended (<c>expired</c>).</summary>
    Expired,

    /// <summary>One covered it and was withdrawn (<c>revoked</c>).</summary>
    Revoked,

    /// <summary>There are consents, none for this (<c>wrong-scope</c>).</summary>
    WrongScope,

    /// <summary>There is none (<c>none</c>).</summary>
    None,
}
