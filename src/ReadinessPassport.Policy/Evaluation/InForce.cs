using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// What is in force between two moments at which nothing changes: no agreement begins, ends or is signed. Made once for each such stretch of time, so that
/// a decision looks up instead of searching.
/// </summary>
internal sealed class InForce
{
    private readonly FrozenDictionary<(string Provider, string Category), ImmutableArray<PolicyEntry>> _entries;
    private readonly FrozenDictionary<(string Provider, string Role), ImmutableArray<(CitedClause Clause, ImmutableArray<string> Unless)>> _roles;
    private readonly FrozenDictionary<(string Provider, string Action), ImmutableArray<CitedClause>> _actions;
    private static readonly ImmutableArray<string> s_never = [];

    private InForce(
        FrozenSet<(string, int)> permitting,
        FrozenDictionary<(string, string), ImmutableArray<PolicyEntry>> entries,
        FrozenDictionary<(string, string), ImmutableArray<(CitedClause, ImmutableArray<string>)>> roles,
        FrozenDictionary<(string, string), ImmutableArray<CitedClause>> actions) =>
        (Permitting, _entries, _roles, _actions) = (permitting, entries, roles, actions);

    /// <summary>The versions that can permit.</summary>
    public FrozenSet<(string Id, int Version)> Permitting { get; }

    /// <summary>The agreements in force that give a provider's category.</summary>
    public ImmutableArray<PolicyEntry> Entries(string provider, string category) => _entries.TryGetValue((provider, category), out var found) ? found : [];

    /// <summary>The clause of any agreement in force around the provider that forbids the role or an action; null when none does, or the exception lifts it.</summary>
    public CitedClause? Forbids(string provider, string role, IReadOnlyList<string> actions, string? exception)
    {
        if (_roles.TryGetValue((provider, role), out var prohibitions))
        {
            foreach (var (clause, unless) in prohibitions)
            {
                if (exception is null || !unless.Contains(exception))
                    return clause;
            }
        }
        for (var i = 0; i < actions.Count; i++)
        {
            if (_actions.TryGetValue((provider, actions[i]), out var forbidden))
                return forbidden[0];
        }
        return null;
    }

    /// <summary>Every clause that forbids, for reasons.</summary>
    public IEnumerable<CitedClause> Forbidding(string provider, string role, IReadOnlyList<string> actions, string? exception)
    {
        var byRole = _roles.TryGetValue((provider, role), out var prohibitions) ? prohibitions.Where(p => exception is null || !p.Unless.Contains(exception)).Select(p => p.Clause) : [];
        return byRole.Concat(actions.SelectMany(a => _actions.TryGetValue((provider, a), out var forbidden) ? forbidden : [])).Distinct();
    }

    public static InForce At(DateTimeOffset at, PolicyFolder folder, AgreementStates states, Func<Agreement, SigningState> signing)
    {
        var vocabulary = folder.Vocabulary!;
        var day = vocabulary.Limits.DayOf(at);
        var current = new Dictionary<string, Agreement>(StringComparer.Ordinal);
        foreach (var agreement in folder.Agreements.Where(a => a.Dates.Effective <= day && (folder.Options.SignaturesAsGiven || (signing(a) is { IsComplete: true } s && s.SignedAt <= at))))
            current[agreement.Id] = agreement; // ordered by version: the highest stays, and an older one never comes back

        bool Permits(Agreement agreement) =>
            IsActive(agreement, folder) && day <= agreement.Dates.Expires && !states.Suspended.Contains(agreement.Id)
            && (agreement.Under is null || (current.TryGetValue(agreement.Under, out var parent) && Permits(parent)));

        bool Forbids(Agreement agreement) => day <= agreement.Dates.Expires && (IsActive(agreement, folder) || agreement.Status == "suspended");

        var entries = new Dictionary<(string, string), List<PolicyEntry>>();
        var roles = new Dictionary<(string, string), List<(CitedClause, ImmutableArray<string>)>>();
        var actions = new Dictionary<(string, string), List<CitedClause>>();
        foreach (var agreement in current.Values.Where(Forbids).OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            var chain = Chain(agreement, id => current.GetValueOrDefault(id));
            foreach (var (of, prohibition) in ((IEnumerable<Agreement>)[agreement, .. chain]).SelectMany(a => a.Prohibitions.Select(p => (a, p))))
            {
                var clause = new CitedClause(of.Id, of.Version, prohibition.Clause);
                foreach (var provider in agreement.Providers)
                {
                    foreach (var role in prohibition.ToRoles)
                        Add(roles, (provider, role), (clause, prohibition.Unless.IsEmpty ? s_never : prohibition.Unless));
                    if (prohibition.Action is { } action && vocabulary.Find(CodeLists.Actions, action)!.Enforced)
                        Add(actions, (provider, action), clause);
                }
            }
            if (!Permits(agreement))
                continue;
            foreach (var (provider, category) in agreement.Data.SelectMany(d => d.Categories.Select(c => (d.Provider, c))).Distinct().Where(d => !states.Withdrawn.Contains((agreement.Id, d.Provider))))
                Add(entries, (provider, category), new PolicyEntry(agreement, chain, provider, category, folder));
        }
        return new InForce(
            current.Values.Where(Permits).Select(a => (a.Id, a.Version)).ToFrozenSet(),
            entries.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray()),
            roles.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray()),
            actions.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray()));
    }

    /// <summary>The agreements one stands under, nearest first.</summary>
    public static ImmutableArray<Agreement> Chain(Agreement agreement, Func<string, Agreement?> find)
    {
        var chain = ImmutableArray.CreateBuilder<Agreement>();
        for (var at = agreement; at.Under is not null && find(at.Under) is { } parent && chain.Count < 4; at = parent)
            chain.Add(parent);
        return chain.ToImmutable();
    }

    private static bool IsActive(Agreement agreement, PolicyFolder folder) => agreement.Status == "active" || (folder.Options.SignaturesAsGiven && agreement.Status == "draft");

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> to, TKey key, TValue value) where TKey : notnull
    {
        if (!to.TryGetValue(key, out var list))
            to[key] = list = [];
        list.Add(value);
    }
}
