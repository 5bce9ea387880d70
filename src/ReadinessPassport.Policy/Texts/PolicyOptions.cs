namespace ReadinessPassport.Policy;

/// <summary>How a policy folder is to be taken.</summary>
public sealed record PolicyOptions
{
    /// <summary>Whether law packs read by nobody but the demonstration (<c>read_by: demonstration</c>) count as read. Never set it where real records are.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Whether agreements count as signed by all although they are not: for prints, matrices and scenarios, never in a hub.</summary>
    public bool SignaturesAsGiven { get; init; }
}
