namespace ReadinessPassport.Policy;

/// <summary>An invariant that does not hold, with the smallest case that shows it.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="Agreement">Where.</param>
/// <param name="Case">The first case in the order of the axes, or the clause.</param>
public sealed record InvariantViolation(Invariant Invariant, string Agreement, string Case);
