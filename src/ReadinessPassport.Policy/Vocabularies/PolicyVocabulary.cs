using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The closed lists of a policy folder, <c>vocab/*.yml</c>: every word that agreements, laws, consents and requests may use.</summary>
public sealed class PolicyVocabulary
{
    internal PolicyVocabulary(SystemLimits limits, IReadOnlyDictionary<string, IReadOnlyList<VocabularyCode>> lists, IReadOnlyList<SigningKey> keys)
    {
        Limits = limits;
        Lists = lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal), StringComparer.Ordinal);
        InOrder = lists.ToFrozenDictionary(l => l.Key, l => l.Value.Select(c => c.Code).ToImmutableArray(), StringComparer.Ordinal);
        SigningKeys = [.. keys];
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

    private static string Family(string category) => category[..category.IndexOf('.', StringComparison.Ordinal)];
}
