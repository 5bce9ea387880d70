namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Who did it, as the log's leaf says it: an agency and a role, never a person; the person's id stands in the payload.</summary>
/// <param name="Agency">Such as MA.DCF; MA.LINKAGE for the hub itself.</param>
/// <param name="Role">A role code, or <c>hub</c>.</param>
internal sealed record LogActor(string Agency, string Role)
{
    /// <summary>The hub acting by itself: a job, a schedule.</summary>
    public static LogActor Hub { get; } = new("MA.LINKAGE", "hub");
}
