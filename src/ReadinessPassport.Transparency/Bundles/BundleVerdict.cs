using System.Collections.Immutable;
using ReadinessPassport.Transparency.Notes;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>What <see cref="BundleCheck"/> found out about a bundle.</summary>
public sealed record BundleVerdict
{
    /// <summary>What is wrong, in the order of the steps.</summary>
    public required ImmutableArray<BundleFinding> Findings { get; init; }

    /// <summary>The entries that could be read, ascending by index.</summary>
    public required ImmutableArray<BundledEntry> Entries { get; init; }

    /// <summary>The newest checkpoint; null when it could not be read.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The witnesses whose cosignature under it is valid, by name.</summary>
    public ImmutableArray<string> Witnesses { get; init; } = [];

    /// <summary>When the newest of them cosigned; null when none did.</summary>
    public DateTimeOffset? WitnessedAt { get; init; }

    /// <summary>How many had to.</summary>
    public int Quorum { get; init; }

    /// <summary>Whether nothing but the bundle itself vouches for the keys.</summary>
    public bool SelfSigned { get; init; }

    /// <summary>Inclusion proofs that were checked; 0 when the whole tree was rebuilt.</summary>
    public int InclusionProofs { get; init; }

    /// <summary>Pairs of checkpoints found consistent.</summary>
    public int ConsistencyProofs { get; init; }

    /// <summary>Whether the whole tree was rebuilt from its entries.</summary>
    public bool Rebuilt { get; init; }
}
