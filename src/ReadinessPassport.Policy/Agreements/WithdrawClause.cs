namespace ReadinessPassport.Policy;

/// <summary>Any provider may leave: new releases stop counting its rows at once.</summary>
/// <param name="Clause">Such as <c>W1</c>.</param>
/// <param name="ExtractDays">Days until extracts without its rows replace the old.</param>
/// <param name="Note">Plain words.</param>
public sealed record WithdrawClause(string Clause, int ExtractDays, string? Note);
