namespace ReadinessPassport.Transparency.Witnesses;

/// <summary>Why a witness does not cosign.</summary>
public enum WitnessRefusal
{
    /// <summary>Not signed by the log's key, or a checkpoint of another log.</summary>
    NotTheLogs,

    /// <summary>It has fewer entries than one that was cosigned: the log was cut, or an old checkpoint is served.</summary>
    Shorter,

    /// <summary>It does not extend the last one that was cosigned: the log was rewritten.</summary>
    Rewritten,

    /// <summary>This machine's clock stands before the last cosignature's time.</summary>
    ClockBehind,
}
