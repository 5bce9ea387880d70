namespace ReadinessPassport.Service.Platform.Log;

/// <summary>How many entries of a kind there are.</summary>
/// <param name="Kind">One of the log's kinds.</param>
/// <param name="Count">How many; null when hidden.</param>
public sealed record RegisterKind(string Kind, long? Count);
