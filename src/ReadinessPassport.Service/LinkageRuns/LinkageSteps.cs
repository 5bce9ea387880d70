namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>The steps of a run, in order.</summary>
internal static class LinkageSteps
{
    public static IReadOnlyList<ILinkageStep> All { get; } = [];
}
