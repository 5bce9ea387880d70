namespace ReadinessPassport.WebComponents;

/// <summary>The colour of a tag; its word carries the meaning.</summary>
public enum TagTone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>Done, valid, in force.</summary>
    Good,

    /// <summary>Somebody must do something, or the machine is at it.</summary>
    Waiting,

    /// <summary>Failed, refused, expired.</summary>
    Bad,
}
