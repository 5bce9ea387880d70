namespace ReadinessPassport.Policy;

/// <summary>A signature cannot be given, for a reason somebody can mend.</summary>
#pragma warning disable CA1032 // Never without its reason.
public sealed class SigningRefusedException(string message) : Exception(message);
#pragma warning restore CA1032
