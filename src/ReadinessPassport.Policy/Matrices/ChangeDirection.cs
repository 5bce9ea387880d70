namespace ReadinessPassport.Policy;

/// <summary>Which way a limit moved.</summary>
public enum ChangeDirection
{
    /// <summary>Less is possible than before.</summary>
    Stricter,

    /// <summary>More is possible than before.</summary>
    Looser,

    /// <summary>Neither can be said; somebody must read it.</summary>
    Changed,
}
