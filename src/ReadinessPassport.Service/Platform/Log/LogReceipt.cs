namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Where something was recorded. Good once the caller's transaction has been committed.</summary>
/// <param name="Entry">Such as E-9QK2-7TB4-01XC.</param>
/// <param name="Index">The leaf's place, from 0, without gaps.</param>
/// <param name="At">The entry's time, never earlier than the one before.</param>
public sealed record LogReceipt(string Entry, long Index, DateTimeOffset At);
