namespace ReadinessPassport.Agency.Serving;

/// <summary>What the edge's web app writes to its log: never what somebody typed or read.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(2600, LogLevel.Error, "A page failed with {Kind}.")]
    public static partial void Unforeseen(ILogger log, string kind);
}
