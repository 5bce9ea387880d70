namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Who the hub takes the caller for.</summary>
/// <param name="Subject">The person's id, or the agency's code for a machine.</param>
/// <param name="Agency">Whose staff or machine.</param>
/// <param name="Roles">What they may act as.</param>
public sealed record Me(string Subject, string Agency, IReadOnlyList<string> Roles);
