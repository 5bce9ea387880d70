using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The words that agreements and records use for <see cref="AccessMode"/>.</summary>
public static class AccessModes
{
    private static readonly ImmutableArray<string> s_codes = ["linkage", "aggregate", "consented-individual", "research-extract"];

    /// <summary>The modes a release clause may have: all but linkage, which has a clause of its own.</summary>
    public static ImmutableArray<AccessMode> OfRelease { get; } = [AccessMode.Aggregate, AccessMode.ConsentedIndividual, AccessMode.ResearchExtract];

    /// <summary>The code, such as <c>consented-individual</c>.</summary>
    public static string Code(this AccessMode mode) => s_codes[(int)mode];

    /// <summary>The mode with this code; null when there is none.</summary>
    public static AccessMode? Parse(string? code) => code is not null && s_codes.IndexOf(code) is >= 0 and var at ? (AccessMode)at : null;
}
