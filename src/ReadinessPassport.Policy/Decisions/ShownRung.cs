namespace ReadinessPassport.Policy;

/// <summary>How much of a category a passport shows, least first. Two agreements combine to the lower rung.</summary>
public enum ShownRung
{
    /// <summary>Whether there was any (<c>participation</c>).</summary>
    Participation,

    /// <summary>Status and bands (<c>status-band</c>): the default.</summary>
    StatusBand,

    /// <summary>Also when (<c>date</c>).</summary>
    Date,

    /// <summary>All the catalogue carries (<c>detail</c>).</summary>
    Detail,
}
