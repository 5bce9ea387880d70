using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Transparency.Bundles;

/// <summary>What goes into a bundle, brought by whoever stores the log.</summary>
public sealed record BundleContents
{
    /// <summary>The newest checkpoint with its cosignatures. Its tree holds every entry of the range.</summary>
    public required SignedNote Checkpoint { get; init; }

    /// <summary>Older checkpoints that span the range, ascending by size.</summary>
    public IReadOnlyList<SignedNote> Older { get; init; } = [];

    /// <summary>The tree.</summary>
    public required ITileReader Tiles { get; init; }

    /// <summary>The first index of the range.</summary>
    public required long From { get; init; }

    /// <summary>The first index after it.</summary>
    public required long Until { get; init; }

    /// <summary>Whether <see cref="Entries"/> gives every entry of the range, rather than those of an agreement or a decision.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>The entries, ascending by index.</summary>
    public required IAsyncEnumerable<(long Index, byte[] Bytes)> Entries { get; init; }

    /// <summary>Gives the payload with a hash, or why the reader may not have it.</summary>
    public required Func<string, CancellationToken, ValueTask<PayloadAnswer>> Payload { get; init; }

    /// <summary>The log's, the witnesses' and the quorum.</summary>
    public required BundleKeys Keys { get; init; }

    /// <summary>Policies, prints and released tables.</summary>
    public IReadOnlyList<BundleFile> Files { get; init; } = [];
}
