namespace ReadinessPassport.Policy;

/// <summary>Somebody who must sign for a party.</summary>
/// <param name="Agency">The party.</param>
/// <param name="Name">The person.</param>
/// <param name="Title">Their office.</param>
public sealed record Signatory(string Agency, string Name, string Title);
