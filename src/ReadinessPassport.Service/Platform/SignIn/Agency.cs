namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>An agency that may send records and whose staff may sign in.</summary>
/// <param name="Code">Such as MA.DESE.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State"><c>active</c> or <c>suspended</c>.</param>
/// <param name="Fingerprint">Of its public identity.</param>
/// <param name="AddedAt">When.</param>
internal sealed record Agency(string Code, string Name, string State, string Fingerprint, DateTimeOffset AddedAt);
