namespace ReadinessPassport.EncodedRecords;

/// <summary>How much a project trusts its linkage unit. The mode stands in the agreement, the encoding schema and the manifest; a package of the wrong mode is refused.</summary>
public enum EncodingMode
{
    /// <summary>Field filters under the project's secret, in one round. Only where the agreement trusts the linkage unit with pseudonymous person data.</summary>
    TrustedUnit,
    /// <summary>One diffused record filter per record first, field filters under fresh keys of small groups afterwards.</summary>
    TwoRound,
    /// <summary>One filter per record as clkhash makes it. Weaker; for agencies that move over from anonlink.</summary>
    SingleFilter,
}
