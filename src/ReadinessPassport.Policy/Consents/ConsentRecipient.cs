namespace ReadinessPassport.Policy;

/// <summary>An agency, and the roles in it that may see.</summary>
/// <param name="Agency">Such as <c>MA.EEC</c>.</param>
/// <param name="Roles">Codes of <c>vocab/roles.yml</c>.</param>
public sealed record ConsentRecipient(string Agency, IReadOnlyList<string> Roles);
