namespace ReadinessPassport.Policy;

/// <summary>One who signed a consent.</summary>
/// <param name="Relation">P parent with legal custody, G court guardian, E appointed educational decision-maker, S the young person.</param>
/// <param name="Authority">By what right: <c>legal-custody</c>, <c>court-appointment</c>, <c>educational-appointment</c>, <c>self</c>, or <c>own-care</c> for a young person who could consent to the care itself.</param>
/// <param name="Kind">How: <c>e-sign</c>, <c>wet-ink</c>, <c>mark-with-witness</c> or <c>voice-with-witness</c>.</param>
public sealed record ConsentSignature(string Relation, string Authority, string Kind);
