namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The last checkpoint of a day.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Size">Entries.</param>
/// <param name="Root">Base64.</param>
public sealed record RegisterDay(DateOnly Day, long Size, string Root);
