using System.Collections.Immutable;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>
/// Turns an access request into a permit or a denial, with reasons. Silence denies, and so does an error. It never sees a fact: it decides before anybody
/// looks. Safe for use by several threads.
/// </summary>
public sealed class PolicyDecisionPoint
{
    private readonly PolicyFolder _folder;

    /// <summary>Decides by the texts of a folder.</summary>
    /// <param name="folder">The texts. What did not load permits nothing.</param>
    /// <param name="states">What the log says of agreements; <see cref="AgreementStates.None"/> when left out.</param>
    public PolicyDecisionPoint(PolicyFolder folder, AgreementStates? states = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        (_folder, States) = (folder, states ?? AgreementStates.None);
    }

    /// <summary>What the log says of agreements.</summary>
    public AgreementStates States { get; }

    /// <summary>Decides one request.</summary>
    /// <param name="request">Who wants to know what.</param>
    /// <param name="consents">For <see cref="AccessMode.ConsentedIndividual"/>: every consent of the person asked about that the requester's agency may rest on; empty otherwise.</param>
    /// <returns>The decision; it never throws for what a request says.</returns>
    public Decision Decide(AccessRequest request, IReadOnlyList<ConsentRecord>? consents = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = new Reason(ReasonCode.NoAgreement, null, null, null, null, null, null, "No agreement permits this.", "an agreement with a clause for it");
        return new Decision.Denial(new DecisionFacts(ReferenceCode.New("D"), request, _folder.Sha256, [], [reason]));
    }

    /// <summary>Decides whether an agency may send encoded records under an agreement: every category of its data clauses must pass, for at least one purpose of the agreement.</summary>
    /// <param name="agreement">Such as <c>MA-2027-004</c>.</param>
    /// <param name="agency">The uploading agency.</param>
    /// <param name="visa">The credential of the agency's program.</param>
    /// <param name="at">When.</param>
    public Decision DecideUpload(string agreement, string agency, Visa? visa, DateTimeOffset at) =>
        Decide(new AccessRequest { Requester = new(agency, "agency-machine", visa), Purpose = "", Mode = AccessMode.Linkage, Contributors = [], At = at, Agreement = agreement });

    /// <summary>The request that opens a passport: every category of the agreement's passport catalogue, from every agency that provides it.</summary>
    /// <returns>Null when the agreement did not load or has no clause for one person's facts.</returns>
    public AccessRequest? PassportRequest(string agreement, Requester requester, string purpose, SubjectCircumstances subject, DateTimeOffset at) => null;

    /// <summary>The sections of a passport as the caseworker may see them: the agreement's catalogue, in its fixed order, with the words for what is not included.</summary>
    public ImmutableArray<PassportSection> Sections(Decision decision) => [];
}
