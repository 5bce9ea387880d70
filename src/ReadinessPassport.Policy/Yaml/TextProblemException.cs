namespace ReadinessPassport.Policy;

/// <summary>Ends the reading of one file; never leaves this room.</summary>
#pragma warning disable CA1032, CA1064 // Made and caught in one place, with a problem and never without.
internal sealed class TextProblemException(TextProblem problem) : Exception(problem.ToString())
#pragma warning restore CA1032, CA1064
{
    public TextProblem Problem { get; } = problem;
}
