namespace ReadinessPassport.Service.Consents;

/// <summary>Age state and custody on the day of signing, computed at the edge, which alone knows the birth date.</summary>
/// <param name="AgeState">child, youth, early-college or adult.</param>
/// <param name="Custody">Who decided for the child that day.</param>
/// <param name="CustodyEvidence">What showed it; null where custody is parental.</param>
public sealed record SigningCircumstances(string AgeState, string Custody, CustodyEvidence? CustodyEvidence);

/// <summary>What showed who has custody: kind and reference, never its text.</summary>
public sealed record CustodyEvidence(string Kind, string Id, DateOnly SeenOn);

/// <summary>One who signed.</summary>
/// <param name="Relation">P, G, E or S.</param>
/// <param name="Authority">By what right, such as legal-custody.</param>
/// <param name="VerifiedBy">The agency's role that verified it.</param>
/// <param name="VerifiedOn">When.</param>
/// <param name="Signature">How it was signed.</param>
public sealed record ConsentSigner(string Relation, string Authority, string VerifiedBy, DateOnly VerifiedOn, ConsentSignature Signature);

/// <summary>How somebody signed, and the agency's reference to where the signature lies.</summary>
public sealed record ConsentSignature(string Kind, string Method, string Ref);

/// <summary>An agency and the roles in it that may see.</summary>
public sealed record ConsentRecipient(string Agency, IReadOnlyList<string> Roles);

/// <summary>What the signer takes home, after ISO/IEC TS 27560. It names nobody as holding data.</summary>
/// <param name="Id">The consent, or the revocation's reference.</param>
/// <param name="Kind">given or revoked.</param>
/// <param name="At">When the hub took note.</param>
/// <param name="Agencies">Who may disclose, if they have anything.</param>
/// <param name="Recipients">Who may see.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Categories">Kinds of record, if any exist.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Laws">The rules the consent answers.</param>
/// <param name="Form">The form and its digest.</param>
/// <param name="Withdraw">How to withdraw and whom to call.</param>
/// <param name="LogEntry">Where the log shows it.</param>
/// <param name="LogIndex">The entry's index in the log.</param>
public sealed record ConsentReceipt(
    string Id,
    string Kind,
    DateTimeOffset At,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<ConsentRecipient> Recipients,
    string Purpose,
    IReadOnlyList<string> Categories,
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<string> Laws,
    string Form,
    string Withdraw,
    string LogEntry,
    long LogIndex);
