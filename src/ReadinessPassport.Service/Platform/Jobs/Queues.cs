namespace ReadinessPassport.Service.Platform.Jobs;

/// <summary>The queues. A job goes to the one whose processes have the database role it needs.</summary>
internal static class Queues
{
    /// <summary>Jobs that work as rp_web: verifying uploads, releasing tables, witnessing.</summary>
    public const string Web = "web";

    /// <summary>Jobs that work as rp_linkage: the steps of a linkage run.</summary>
    public const string Linkage = "linkage";
}
