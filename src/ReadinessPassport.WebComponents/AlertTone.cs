namespace ReadinessPassport.WebComponents;

/// <summary>What kind of message an alert is. The words must say it too: colour alone says nothing.</summary>
public enum AlertTone
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>Look before you go on.</summary>
    Warning,

    /// <summary>It did not work.</summary>
    Error,
}
