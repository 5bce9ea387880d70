namespace ReadinessPassport.Transparency.Disclosures;

/// <summary>A part of the record that was shown.</summary>
/// <param name="Code">The category's code, such as <c>edu.attendance</c>.</param>
/// <param name="Label">In words.</param>
/// <param name="Rung">How exactly: <c>value</c>, <c>band</c>, <c>participation</c>…</param>
public sealed record DisclosedCategory(string Code, string Label, string Rung);
