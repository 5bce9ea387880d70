namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>A piece could not be done. The run is marked failed with the reason; it can be resumed when the cause is gone.</summary>
internal sealed class PieceFailedException(string run, int step, int piece, Exception inner) : Exception($"Piece {piece} of step {step} of run {run} failed.", inner)
{
    /// <summary>The run that cannot go on.</summary>
    public string Run { get; } = run;
}
