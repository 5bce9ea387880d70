using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The public key of somebody who signs agreements for an agency.</summary>
/// <param name="KeyId">Such as <c>SK-MA-DESE-7F3K22Q9</c>.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Name">The person.</param>
/// <param name="Title">The person's office.</param>
/// <param name="PublicKey">Ed25519, 32 bytes.</param>
/// <param name="From">First day it may sign.</param>
/// <param name="Until">Last day it may sign; null while nobody has ended it.</param>
public sealed record SigningKey(string KeyId, string Agency, string Name, string Title, ImmutableArray<byte> PublicKey, DateOnly From, DateOnly? Until);
