using System.Collections.Frozen;

namespace ReadinessPassport.Policy;

/// <summary>What a law rules out, whatever any way of it permits.</summary>
internal sealed class LawNever(YamlMap map, PolicyVocabulary vocabulary)
{
    public ModeSet Modes { get; } = ModeSet.Of(map.Texts("modes"));

    public FrozenSet<string> Categories { get; } = vocabulary.CategoryCodes.Where(c => map.Texts("categories").Any(p => PolicyVocabulary.Covers(p, c))).ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> Recipients { get; } = map.Texts("recipients").ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> RequesterKinds { get; } = map.Texts("requester_kinds").ToFrozenSet(StringComparer.Ordinal);

    public bool SaysAnything => Modes.Bits != 0 || Categories.Count > 0 || Recipients.Count > 0 || RequesterKinds.Count > 0;

    public bool RulesOut(AccessMode mode, string category, string recipient, string? recipientKind) =>
        Modes.Has(mode) || Categories.Contains(category) || Recipients.Contains(recipient) || (recipientKind is not null && RequesterKinds.Contains(recipientKind));
}
