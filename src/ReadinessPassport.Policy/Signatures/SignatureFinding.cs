namespace ReadinessPassport.Policy;

/// <summary>Why a signature does not hold: RP6030 missing, RP6031 stale, RP6032 invalid, RP6033 wrong key or period.</summary>
/// <param name="Code">RP603x.</param>
/// <param name="Signatory">Whose.</param>
/// <param name="Words">One sentence.</param>
public sealed record SignatureFinding(string Code, Signatory Signatory, string Words);
