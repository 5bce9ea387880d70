namespace ReadinessPassport.Policy;

/// <summary>How a policy folder is to be taken.</summary>
public sealed record PolicyOptions
{
    /// <summary>Whether law packs read by nobody but the demonstration (<c>read_by: demonstration</c>) count as read. Never set it where real records are.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Whether stub packs count as read by counsel, all but <see cref="KeptStubs"/>: for scenarios and matrices, never in a hub.</summary>
    public bool LawsAsRead { get; init; }

    /// <summary>With <see cref="LawsAsRead"/>: packs that stay stubs.</summary>
    public IReadOnlySet<string> KeptStubs { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Whether agreements count as signed by all although they are not: for prints, matrices and scenarios, never in a hub.</summary>
    public bool SignaturesAsGiven { get; init; }
}
