using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>What the log says of agreements beyond their texts: suspensions and withdrawals take effect alone and at once. The stricter of text and log counts.</summary>
public sealed record AgreementStates
{
    /// <summary>Nothing is suspended, nobody has withdrawn.</summary>
    public static AgreementStates None { get; } = new();

    /// <summary>Ids of agreements suspended by an entry in the log: they permit nothing and still forbid until their <c>expires</c>.</summary>
    public ImmutableHashSet<string> Suspended { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Providers that left an agreement: agreement id and agency code. Nothing new counts their rows.</summary>
    public ImmutableHashSet<(string Agreement, string Provider)> Withdrawn { get; init; } = [];
}
