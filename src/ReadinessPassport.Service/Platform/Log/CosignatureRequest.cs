namespace ReadinessPassport.Service.Platform.Log;

/// <summary>What a witness leaves.</summary>
/// <param name="Size">Which checkpoint.</param>
/// <param name="Line">The signature line of cosignature/v1.</param>
public sealed record CosignatureRequest(long Size, string Line);
