namespace ReadinessPassport.Policy;

/// <summary>The limits of a deployment (<c>vocab/system.yml</c>). Agreements may be stricter.</summary>
/// <param name="Zone">IANA name of the zone in which agreements count days.</param>
/// <param name="MinimumCellFloor">No printed count is ever smaller.</param>
/// <param name="MinimumCellDefault">What a table gets where nothing says more.</param>
/// <param name="WitnessQuorum">Agencies that must have cosigned the log.</param>
/// <param name="ConsentLongestDays">Days after which a consent ends at the latest.</param>
public sealed record SystemLimits(string Zone, int MinimumCellFloor, int MinimumCellDefault, int WitnessQuorum, int ConsentLongestDays)
{
    private readonly TimeZoneInfo? _zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : null;

    /// <summary>Whether this machine knows the zone. Where it does not, every decision is <c>E-INDETERMINATE</c>.</summary>
    public bool KnowsZone => _zone is not null;

    /// <summary>The day of a moment, as agreements count days.</summary>
    /// <exception cref="InvalidOperationException">This machine does not know the zone.</exception>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone ?? throw new InvalidOperationException($"This machine does not know the time zone {Zone}.")).DateTime);
}
