namespace ReadinessPassport.Policy;

/// <summary>What a research extract would hold, and the approvals that lie before it.</summary>
/// <param name="Quasi">Attributes of the catalogue that the rows would carry.</param>
/// <param name="Dates"><c>school-year</c> or <c>year-month</c>.</param>
/// <param name="Geography"><c>state</c> or <c>region</c>.</param>
/// <param name="Approvals">Codes among <c>irb-approval</c>, <c>data-committee-approval</c>, <c>confidentiality-oath</c>, <c>dph-24a-approval</c>.</param>
public sealed record ExtractTerms(IReadOnlyList<string> Quasi, string Dates, string Geography, IReadOnlyList<string> Approvals);
