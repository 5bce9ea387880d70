namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>A member of an agency's staff who can sign in; never a client.</summary>
/// <param name="Id">Random; what tokens call <c>sub</c>.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Agency">Whose staff.</param>
/// <param name="Roles">Of <see cref="SignIn.Roles"/>.</param>
internal sealed record Person(Guid Id, string Email, string Agency, IReadOnlyList<string> Roles);
