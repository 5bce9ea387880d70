using System.Collections.Concurrent;

namespace ReadinessPassport.Policy;

/// <summary>Finds what is in force at a moment, making each stretch of time once.</summary>
internal sealed class Times
{
    private readonly DateTimeOffset[] _changes;
    private readonly ConcurrentDictionary<int, InForce> _stretches = new();
    private readonly PolicyFolder _folder;
    private readonly AgreementStates _states;
    private readonly Dictionary<Agreement, SigningState> _signing = [];

    public Times(PolicyFolder folder, AgreementStates states)
    {
        (_folder, _states) = (folder, states);
        var changes = new SortedSet<DateTimeOffset>();
        foreach (var agreement in folder.Agreements)
        {
            var signing = folder.Signing(agreement);
            _signing[agreement] = signing;
            changes.Add(StartOf(agreement.Dates.Effective));
            changes.Add(StartOf(agreement.Dates.Expires.AddDays(1)));
            foreach (var duration in agreement.LegalBasis.Select(b => b.StudyDuration).OfType<(DateOnly From, DateOnly Until)>())
            {
                changes.Add(StartOf(duration.From));
                changes.Add(StartOf(duration.Until.AddDays(1)));
            }
            if (signing.SignedAt is { } signed)
                changes.Add(signed);
        }
        _changes = [.. changes];
    }

    public SigningState Signing(Agreement agreement) => _signing[agreement];

    public InForce At(DateTimeOffset at)
    {
        var found = Array.BinarySearch(_changes, at);
        var stretch = found >= 0 ? found + 1 : ~found;
        // Judged at the moment asked for the first time; nothing changes until the stretch ends.
        return _stretches.TryGetValue(stretch, out var known) ? known : _stretches.GetOrAdd(stretch, InForce.At(at, _folder, _states, Signing));
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(_folder.Vocabulary!.Limits.Zone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where midnight is skipped by a change of clocks, the day begins when the clocks go on.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
