using System.Collections.Frozen;

namespace ReadinessPassport.Policy;

/// <summary>One line of what a law permits.</summary>
internal sealed class LawPermit
{
    public LawPermit(YamlMap map)
    {
        Modes = ModeSet.Of(map.Texts("modes"));
        Purposes = map.Text("purposes") == "any" ? null : map.Texts("purposes").ToFrozenSet(StringComparer.Ordinal);
        Recipients = (RecipientRule)Array.IndexOf(LawShapes.Recipients, map.Text("recipients"));
        RecipientKinds = map.Texts("recipient_kinds").ToFrozenSet(StringComparer.Ordinal);
        Exception = map.Text("exception");
    }

    public ModeSet Modes { get; }

    /// <summary>Null for any purpose.</summary>
    public FrozenSet<string>? Purposes { get; }

    public RecipientRule Recipients { get; }
    public FrozenSet<string> RecipientKinds { get; }

    /// <summary>The exception this line is for; null when it needs none.</summary>
    public string? Exception { get; }
}
