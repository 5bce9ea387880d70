namespace ReadinessPassport.Policy;

/// <summary>Who asks: somebody in a role of an agency, on the strength of a role credential.</summary>
/// <param name="Agency">Such as <c>MA.DCF</c>.</param>
/// <param name="Role">A code of <c>vocab/roles.yml</c>; for <see cref="AccessMode.Linkage"/> also <c>agency-machine</c>.</param>
/// <param name="Visa">The credential; null when none was shown, which is denied.</param>
/// <param name="Person">Opaque id of the person, for the debarment register and to keep requester and approver apart; never a name.</param>
public sealed record Requester(string Agency, string Role, Visa? Visa, string? Person = null);
