namespace ReadinessPassport.WebComponents;

/// <summary>How far a stage of a long job is.</summary>
public enum StageState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Ended without a result.</summary>
    Failed,
}
