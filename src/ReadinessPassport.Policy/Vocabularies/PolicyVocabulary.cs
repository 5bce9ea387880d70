using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The closed lists of a policy folder, <c>vocab/*.yml</c>: every word that agreements, laws, consents and requests may use.</summary>
public sealed class PolicyVocabulary
{
    private readonly FrozenDictionary<string, int> _agencies;
    private readonly FrozenDictionary<string, int> _roles;
    private readonly FrozenDictionary<string, int> _purposes;

    internal PolicyVocabulary(SystemLimits limits, IReadOnlyDictionary<string, IReadOnlyList<VocabularyCode>> lists, IReadOnlyList<SigningKey> keys)
    {
        Limits = limits;
        Lists = lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal), StringComparer.Ordinal);
        InOrder = lists.ToFrozenDictionary(l => l.Key, l => l.Value.Select(c => c.Code).ToImmutableArray(), StringComparer.Ordinal);
        SigningKeys = [.. keys];
        _agencies = Numbered(CodeLists.Agencies);
        _roles = Numbered(CodeLists.Roles);
        _purposes = Numbered(CodeLists.Purposes);
        Families = [.. CategoryCodes.Select(Family).Distinct(StringComparer.Ordinal).Select(f => f + ".any")];
    }

    /// <summary>The limits of this deployment.</summary>
    public SystemLimits Limits { get; }

    /// <summary>Keys of the people who sign agreements.</summary>
    public ImmutableArray<SigningKey> SigningKeys { get; }

    /// <summary>Agencies in the order of their file.</summary>
    public ImmutableArray<string> AgencyCodes => InOrder[CodeLists.Agencies];

    /// <summary>Roles in the order of their file.</summary>
    public ImmutableArray<string> RoleCodes => InOrder[CodeLists.Roles];

    /// <summary>Purposes in the order of their file.</summary>
    public ImmutableArray<string> PurposeCodes => InOrder[CodeLists.Purposes];

    /// <summary>Categories in the order of their file.</summary>
    public ImmutableArray<string> CategoryCodes => InOrder[CodeLists.Categories];

    internal FrozenDictionary<string, FrozenDictionary<string, VocabularyCode>> Lists { get; }

    internal FrozenDictionary<string, ImmutableArray<string>> InOrder { get; }

    /// <summary><c>health.any</c> and its like.</summary>
    internal ImmutableArray<string> Families { get; }

    /// <summary>An entry of a list (see <see cref="CodeLists"/>); null when the list does not hold the code.</summary>
    public VocabularyCode? Find(string list, string? code) => code is not null && Lists.TryGetValue(list, out var codes) ? codes.GetValueOrDefault(code) : null;

    /// <summary>What people read for a code; the code itself when it is unknown.</summary>
    public string Label(string list, string code) => Find(list, code)?.Label ?? code;

    /// <summary>The jurisdiction of an agency, such as <c>ma</c>; <c>us</c> for a body of no state; null for an unknown agency.</summary>
    public string? Jurisdiction(string agency) => Find(CodeLists.Agencies, agency)?.Jurisdiction;

    /// <summary>The kind of an agency, such as <c>child-welfare</c>; null for an unknown agency.</summary>
    public string? AgencyKind(string agency) => Find(CodeLists.Agencies, agency)?.Kind;

    /// <summary>Whether <paramref name="pattern"/>, a category or a family, takes in <paramref name="category"/>.</summary>
    public static bool Covers(string pattern, string category)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(category);
        return pattern == category || (pattern.EndsWith(".any", StringComparison.Ordinal) && category.StartsWith(pattern.AsSpan(0, pattern.Length - 3), StringComparison.Ordinal));
    }

    /// <summary>Requester and purpose as one number; −1 where one is unknown.</summary>
    internal int Route(string agency, string purpose) => _agencies.TryGetValue(agency, out var a) && _purposes.TryGetValue(purpose, out var p) ? (a << 8) | p : -1;

    /// <summary>Requester, role and purpose as one number; −1 where one is unknown.</summary>
    internal int Asker(string agency, string role, string purpose) => Route(agency, purpose) is >= 0 and var route && _roles.TryGetValue(role, out var r) ? (route << 8) | r : -1;

    private FrozenDictionary<string, int> Numbered(string list) => InOrder[list].Select((c, i) => (c, i)).ToFrozenDictionary(x => x.c, x => x.i, StringComparer.Ordinal);

    private static string Family(string category) => category[..category.IndexOf('.', StringComparison.Ordinal)];
}
