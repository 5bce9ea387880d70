namespace ReadinessPassport.Policy;

/// <summary>Where a day lies in a term.</summary>
internal enum AgreementTime
{
    Before,
    InForce,
    After,
}
