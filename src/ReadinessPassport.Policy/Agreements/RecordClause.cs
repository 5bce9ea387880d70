using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>Which disclosure records are kept, and how long.</summary>
/// <param name="Clause">Such as <c>N2</c>.</param>
/// <param name="Forms">Record forms.</param>
/// <param name="Keep"><c>as-long-as-record</c>, or years.</param>
public sealed record RecordClause(string Clause, ImmutableArray<string> Forms, string Keep);
