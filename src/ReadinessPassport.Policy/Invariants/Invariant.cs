using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Something that must hold whatever any agreement says (<c>invariants/I*.yml</c>).</summary>
public sealed class Invariant
{
    internal Invariant(YamlMap map)
    {
        Id = map.Text("id")!;
        Says = map.Text("says")!;
        Kinds = [.. map.Texts("kinds")];
        Forbid = map.Map("forbid");
        Within = map.Map("within");
        Carries = map.Texts("carries");
        Condition = map.Text("condition");
        Event = map.Text("event");
    }

    /// <summary>I1 to I12.</summary>
    public string Id { get; }

    /// <summary>What holds, in one sentence.</summary>
    public string Says { get; }

    /// <summary>Among <c>box</c>, <c>duty</c>, <c>text</c> and <c>event</c>: how it is checked. Events are checked where the log is.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>What the log must show, in words; null where nothing is asked of it.</summary>
    public string? Event { get; }

    internal YamlMap? Forbid { get; }
    internal YamlMap? Within { get; }
    internal ImmutableArray<string> Carries { get; }
    internal string? Condition { get; }
}
