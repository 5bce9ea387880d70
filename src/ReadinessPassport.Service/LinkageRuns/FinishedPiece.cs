namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>A piece that is done and committed.</summary>
/// <param name="Run">Its run.</param>
/// <param name="Step">Its step's ordinal.</param>
/// <param name="Piece">Its number within the step.</param>
/// <param name="Remaining">Pieces of the step that are left; whoever brings it to 0 asks for the next step.</param>
internal sealed record FinishedPiece(string Run, int Step, int Piece, int Remaining);
