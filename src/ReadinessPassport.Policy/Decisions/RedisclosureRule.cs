namespace ReadinessPassport.Policy;

/// <summary>To whom a recipient may pass on what it got, strictest first.</summary>
public enum RedisclosureRule
{
    /// <summary>To nobody (<c>none</c>).</summary>
    None,

    /// <summary>To the agency it came from (<c>only-back-to-provider</c>).</summary>
    OnlyBackToProvider,

    /// <summary>To those the agreement lists (<c>listed</c>).</summary>
    Listed,
}
