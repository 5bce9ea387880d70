namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>What <c>policy check</c> finds beyond files and signatures. RP605x.</summary>
internal static class CheckCodes
{
    /// <summary>An invariant does not hold.</summary>
    public const string InvariantBroken = "RP6050";

    /// <summary>A scenario comes out otherwise than it says.</summary>
    public const string ScenarioFailed = "RP6051";

    /// <summary>A clause changes nothing.</summary>
    public const string DeadText = "RP6052";

    /// <summary>No scenario depends on a clause.</summary>
    public const string Untested = "RP6053";
}
