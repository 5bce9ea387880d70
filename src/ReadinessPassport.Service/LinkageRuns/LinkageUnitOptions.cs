namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>How much of its machine a linkage unit takes.</summary>
/// <param name="Workers">Pieces done at once; the machine's cores by default.</param>
internal sealed record LinkageUnitOptions(int Workers)
{
    /// <summary>Reads <c>Linkage:Workers</c>; without it, one worker per core.</summary>
    public static LinkageUnitOptions From(IConfiguration configuration) =>
        new(Math.Max(1, configuration.GetValue<int?>("Linkage:Workers") ?? Environment.ProcessorCount));
}
