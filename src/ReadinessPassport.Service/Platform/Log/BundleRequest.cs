namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Which part of the log is wanted.</summary>
internal sealed record BundleRequest
{
    /// <summary>Not before this moment; null from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment; null up to the newest checkpoint.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only what names this agreement.</summary>
    public string? Agreement { get; init; }

    /// <summary>Only what names this decision.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether entries are chosen rather than all of the range.</summary>
    public bool Chooses => Agreement is not null || Decision is not null;
}
