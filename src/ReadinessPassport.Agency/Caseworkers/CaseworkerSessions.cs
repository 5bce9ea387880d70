using System.Collections.Concurrent;

namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>The open sessions of this edge, in memory only. A session nobody uses for twelve hours is forgotten with all its references.</summary>
internal sealed class CaseworkerSessions(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<string, CaseworkerSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>The session with this key, begun when there is none.</summary>
    public CaseworkerSession Of(string key)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, session) in _sessions)
        {
            if (now - session.LastUsed > Longest)
                _sessions.TryRemove(old, out _);
        }
        var mine = _sessions.GetOrAdd(key, _ => new CaseworkerSession { LastUsed = now });
        mine.LastUsed = now;
        return mine;
    }

    /// <summary>Ends a session at sign-out.</summary>
    public void End(string key) => _sessions.TryRemove(key, out _);
}
