namespace ReadinessPassport.WebComponents;

/// <summary>Which of the two web surfaces a page belongs to. They must never be mistaken for each other: one shows names, the other has none.</summary>
public enum Surface
{
    /// <summary>Inside an agency: names come from the agency's own files.</summary>
    Edge,

    /// <summary>The hub: no names.</summary>
    Hub,
}
