using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>
/// What a decision needs to know of a catalogued table: whose records it counts, in which categories, and what it amounts to. The room that counts reads
/// the rest of the file.
/// </summary>
/// <param name="Id">Such as <c>T-PK3-01</c>.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Title">Plain words.</param>
/// <param name="Contributors">Each agency with the categories of the attributes it contributes, both ordinally.</param>
/// <param name="Actions">Prohibited-action codes the table amounts to.</param>
/// <param name="MinimumCell">The table's own smallest count; 0 when it says nothing.</param>
public sealed record TableOutline(string Id, int Version, string Title, ImmutableArray<Contribution> Contributors, ImmutableArray<string> Actions, int MinimumCell);
