using System.Collections.Frozen;

namespace ReadinessPassport.Policy;

/// <summary>Who may have what a clause releases.</summary>
/// <param name="Agency">A party, or <c>*provider</c> for each provider.</param>
/// <param name="Roles">Roles in that agency.</param>
public sealed record ReleaseRecipient(string Agency, FrozenSet<string> Roles);
