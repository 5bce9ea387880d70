namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>What two checkpoints say together.</summary>
public enum ForkVerdict
{
    /// <summary>One history.</summary>
    Same,

    /// <summary>Sizes differ: the log must give a consistency proof, or it stands convicted.</summary>
    ProofNeeded,

    /// <summary>Two histories.</summary>
    Fork,
}
