namespace ReadinessPassport.Agency.Caseworkers;

/// <summary>What one agreement lets this agency's caseworkers ask for.</summary>
/// <param name="Agreement">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Purposes">Purposes a caseworker may state.</param>
/// <param name="Categories">The fixed catalogue of sections, in fixed order.</param>
/// <param name="Providers">Agencies that may disclose, if they have anything.</param>
/// <param name="Recipients">Agencies and roles that a consent may name.</param>
/// <param name="Forms">Consent forms.</param>
/// <param name="LongestDays">How long a consent may count.</param>
public sealed record PassportOffer(string Agreement, string Title, IReadOnlyList<CodeLabel> Purposes, IReadOnlyList<CodeLabel> Categories, IReadOnlyList<CodeLabel> Providers, IReadOnlyList<OfferedRecipient> Recipients, IReadOnlyList<OfferedForm> Forms, int LongestDays);

/// <summary>A code and its label.</summary>
public sealed record CodeLabel(string Code, string Label);

/// <summary>A recipient that a consent may name.</summary>
public sealed record OfferedRecipient(string Agency, string Name, IReadOnlyList<string> Roles);

/// <summary>A consent form in its languages.</summary>
public sealed record OfferedForm(string Id, IReadOnlyList<string> Laws, IReadOnlyList<string> Statements, IReadOnlyList<FormText> Texts);

/// <summary>The text of a form in one language. Without sign-off it cannot be signed on screen.</summary>
public sealed record FormText(string Language, string Text, string Sha256, bool SignedOff);

/// <summary>Who asks for which passport, and what the edge attests of the child: codes, never a date or a name.</summary>
internal sealed record PassportQuestion(string Agreement, string Purpose, SubjectHandle Subject, Attestation Attest);

/// <summary>The agency's own record, by handle.</summary>
internal sealed record SubjectHandle(string Handle);

/// <summary>What only the edge can know and the policy must: age state, custody, and what ties the caseworker to the client.</summary>
internal sealed record Attestation(string AgeState, string Custody, string Relation);

/// <summary>A passport as the hub answers it: sections in the agreement's fixed order, whether or not anything exists.</summary>
public sealed record PassportAnswer(string Decision, IReadOnlyList<PassportSection> Sections, IReadOnlyList<PassportNotice> Notices, IReadOnlyList<string> Obligations, DateTimeOffset OpenedAt);

/// <summary>One section.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Label">Its heading.</param>
/// <param name="State">included, not-included, nothing-returned or failed.</param>
/// <param name="Words">The sentence to show; empty when included.</param>
/// <param name="Entries">What may be shown.</param>
public sealed record PassportSection(string Category, string Label, string State, string Words, IReadOnlyList<PassportEntry> Entries);

/// <summary>One coded fact.</summary>
public sealed record PassportEntry(string Attribute, string Label, string Period, string Value, string ValueLabel, string? Grade, string Source, string? DataThrough);

/// <summary>A notice that must stand where the content stands.</summary>
public sealed record PassportNotice(string Id, string? Category, string Text);

/// <summary>A consent as the edge sends it.</summary>
internal sealed record ConsentToStore
{
    public required string Agreement { get; init; }
    public required string Form { get; init; }
    public required string Language { get; init; }
    public required string TextSha256 { get; init; }
    public required SubjectHandle Subject { get; init; }
    public required SigningFacts AtSigning { get; init; }
    public required IReadOnlyList<SignerFacts> Signers { get; init; }
    public required IReadOnlyList<string> From { get; init; }
    public required IReadOnlyList<RecipientRoles> To { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required string Purpose { get; init; }
    public required IReadOnlyList<string> CoversLaws { get; init; }
    public required IReadOnlyList<string> Statements { get; init; }
    public required DateOnly Signed { get; init; }
    public required DateOnly Expires { get; init; }
}

/// <summary>Age state and custody on the day of signing.</summary>
internal sealed record SigningFacts(string AgeState, string Custody, EvidenceFacts? CustodyEvidence);

/// <summary>What showed custody.</summary>
internal sealed record EvidenceFacts(string Kind, string Id, DateOnly SeenOn);

/// <summary>Who signed, by relation; the name stays on the paper at the agency.</summary>
internal sealed record SignerFacts(string Relation, string Authority, string VerifiedBy, DateOnly VerifiedOn, SignatureFacts Signature);

/// <summary>How it was signed.</summary>
internal sealed record SignatureFacts(string Kind, string Method, string Ref);

/// <summary>Who may see.</summary>
public sealed record RecipientRoles(string Agency, IReadOnlyList<string> Roles);

/// <summary>The hub's answer to a consent.</summary>
internal sealed record ConsentAnswer(string Id, ReceiptShown Receipt);

/// <summary>A receipt to print.</summary>
public sealed record ReceiptShown(string Id, string Kind, DateTimeOffset At, IReadOnlyList<string> Agencies, IReadOnlyList<RecipientRoles> Recipients, string Purpose, IReadOnlyList<string> Categories, DateOnly From, DateOnly Until, IReadOnlyList<string> Laws, string Form, string Withdraw, string LogEntry, long LogIndex);

/// <summary>A consent this agency captured.</summary>
public sealed record ConsentShown(string Id, string State, DateOnly Signed, DateOnly Expires, IReadOnlyList<string> Categories, string Purpose, string Form, string Language, ReceiptShown Receipt);
