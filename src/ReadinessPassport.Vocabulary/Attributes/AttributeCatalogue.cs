using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Vocabulary;

/// <summary>
/// The passport vocabulary <c>rp-vocab/1</c>: every attribute a facts file may carry, a passport may show and a table may count. CEDS ids checked
/// against version 13 of the Common Education Data Standards.
/// </summary>
public static class AttributeCatalogue
{
    private static readonly FrozenDictionary<string, AttributeDefinition> s_byId;

    static AttributeCatalogue()
    {
        All = [.. EarlyYears.Attributes, .. SchoolYears.Attributes, .. AfterSchool.Attributes, .. Services.Attributes, .. Groups.Attributes];
        s_byId = All.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        ByCategory = All.GroupBy(a => a.Category, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The version of the vocabulary, as facts files name it.</summary>
    public const string Schema = "rp-vocab/1";

    /// <summary>All attributes, in the order of the paper: early years, school years, after school, services, groups.</summary>
    public static ImmutableArray<AttributeDefinition> All { get; }

    /// <summary>The attributes of each policy category that has any.</summary>
    public static FrozenDictionary<string, ImmutableArray<AttributeDefinition>> ByCategory { get; }

    /// <summary>The attribute with this id; null when there is none. Case matters.</summary>
    public static AttributeDefinition? Find(string? id) => id is null ? null : s_byId.GetValueOrDefault(id);
}
