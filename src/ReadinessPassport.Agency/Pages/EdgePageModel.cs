using ReadinessPassport.Agency.Caseworkers;

namespace ReadinessPassport.Agency.Pages;

/// <summary>What every page of the edge shows: whose edge it is and who is signed in.</summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="Person">Who is signed in; null before sign-in.</param>
/// <param name="Session">The session, which knows the references in addresses.</param>
/// <param name="Demonstration">Whether the clients are made up.</param>
public sealed record EdgePageModel(string Agency, string? Person, CaseworkerSession Session, bool Demonstration);
