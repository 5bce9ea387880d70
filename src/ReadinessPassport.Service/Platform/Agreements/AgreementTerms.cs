namespace ReadinessPassport.Service.Platform.Agreements;

/// <summary>What an agreement says about deliveries.</summary>
/// <param name="Id">Such as MA-2027-004.</param>
/// <param name="InForce">Whether it is signed by all, active, and today lies in its term.</param>
/// <param name="Contributors">Codes of the agencies that may send records.</param>
/// <param name="EncodingSchemas">SHA-256 (lower-case hexadecimal) of the encoding schemas it names; empty when it names none.</param>
internal sealed record AgreementTerms(string Id, bool InForce, IReadOnlySet<string> Contributors, IReadOnlySet<string> EncodingSchemas);
