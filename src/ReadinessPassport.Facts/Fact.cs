namespace ReadinessPassport.Facts;

/// <summary>One coded attribute of one person in one period.</summary>
/// <param name="Attribute">An id of the catalogue, such as <c>att.chronic</c>.</param>
/// <param name="Period">A year (<c>2025</c>), a school year (<c>2024-25</c>) or a month (<c>2025-06</c>); nothing finer.</param>
/// <param name="Value">One of the attribute's codes.</param>
/// <param name="Grade">The grade the person was in, a code of <c>k12.grade</c>, where it helps; else null.</param>
public sealed record Fact(string Attribute, string Period, string Value, string? Grade = null);
