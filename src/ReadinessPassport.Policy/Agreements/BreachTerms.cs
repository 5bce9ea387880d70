namespace ReadinessPassport.Policy;

/// <summary>What a breach brings.</summary>
/// <param name="NotifyWithinHours">1 to 72.</param>
/// <param name="Citation">The duty to notify.</param>
/// <param name="Debarment">The provision that debars.</param>
public sealed record BreachTerms(int NotifyWithinHours, string Citation, string Debarment);
