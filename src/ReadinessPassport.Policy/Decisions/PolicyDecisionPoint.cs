using System.Collections.Immutable;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>
/// Turns an access request into a permit or a denial, with reasons. Silence denies, and so does an error. It never sees a fact: it decides before anybody
/// looks. Safe for use by several threads; make a new one when the folder or the states change.
/// </summary>
public sealed class PolicyDecisionPoint
{
    private readonly Times? _times;
    private readonly Judge? _judge;

    /// <summary>Decides by the texts of a folder.</summary>
    /// <param name="folder">The texts. What did not load permits nothing.</param>
    /// <param name="states">What the log says of agreements; <see cref="AgreementStates.None"/> when left out.</param>
    public PolicyDecisionPoint(PolicyFolder folder, AgreementStates? states = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        (Folder, States) = (folder, states ?? AgreementStates.None);
        if (folder.Vocabulary is { Limits.KnowsZone: true })
            (_times, _judge) = (new Times(folder, States), new Judge(folder));
    }

    /// <summary>The texts it decides by.</summary>
    public PolicyFolder Folder { get; }

    /// <summary>What the log says of agreements.</summary>
    public AgreementStates States { get; }

    internal Judge? Judge => _judge;

    /// <summary>Decides one request.</summary>
    /// <param name="request">Who wants to know what.</param>
    /// <param name="consents">For <see cref="AccessMode.ConsentedIndividual"/>: every consent of the person asked about that the requester's agency may rest on; empty otherwise.</param>
    /// <returns>The decision; it never throws for what a request says.</returns>
    public Decision Decide(AccessRequest request, IReadOnlyList<ConsentRecord>? consents = null) => Decide(request, consents ?? [], (GivenStates?)null);

    /// <summary>Decides as if the person's consents, and exceptions, were in states given, for scenarios and replays.</summary>
    internal Decision Decide(AccessRequest request, IReadOnlyList<ConsentRecord> consents, GivenStates? given)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = ReferenceCode.New("D");
        if (_times is null || _judge is null)
            return Denied(id, request, RequestChecks.NoVocabulary);
        try
        {
            if (RequestChecks.Find(request, Folder) is { } whole)
                return Denied(id, request, whole);
            return Combination.Of(id, request, consents, given, Folder, _times.At(request.At), _judge, this);
        }
#pragma warning disable CA1031 // An error denies: whatever went wrong, nobody gets anything for it.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return Denied(id, request, RequestChecks.Broken(e));
        }
    }

    /// <summary>Decides whether an agency may send encoded records under an agreement: every category of its data clauses must pass, for at least one purpose of the agreement.</summary>
    /// <param name="agreement">Such as <c>MA-2027-004</c>.</param>
    /// <param name="agency">The uploading agency.</param>
    /// <param name="visa">The credential of the agency's program.</param>
    /// <param name="at">When.</param>
    public Decision DecideUpload(string agreement, string agency, Visa? visa, DateTimeOffset at)
    {
        var text = Current(agreement, at);
        var request = new AccessRequest
        {
            Requester = new(agency, RequestChecks.MachineRole, visa),
            Purpose = "",
            Mode = AccessMode.Linkage,
            Contributors = [new(agency, [.. text?.CategoriesOf(agency) ?? []])],
            At = at,
            Agreement = agreement,
        };
        Decision? last = null;
        foreach (var purpose in text?.Purposes ?? [])
        {
            last = Decide(request with { Purpose = purpose });
            if (last is Decision.Permit)
                return last;
        }
        return last ?? Decide(request);
    }

    /// <summary>The version of an agreement that can permit at a moment; the newest that loaded when none can; null when none loaded.</summary>
    public Agreement? Current(string agreement, DateTimeOffset at) =>
        Folder.Agreements.LastOrDefault(a => a.Id == agreement && IsInForce(a, at)) ?? Folder.Find(agreement);

    /// <summary>Whether a version can permit at a moment: signed by all, active, in its term, not suspended, and the same of all it stands under.</summary>
    public bool IsInForce(Agreement agreement, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return _times is not null && _times.At(at).Permitting.Contains((agreement.Id, agreement.Version));
    }

    /// <summary>Whether, and by whom, a version is signed, as this decision point found when it was made.</summary>
    public SigningState Signing(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return _times?.Signing(agreement) ?? Folder.Signing(agreement);
    }

    /// <summary>The request that opens a passport: every category of the agreement's passport catalogue, from every agency that provides it.</summary>
    /// <returns>Null when the agreement did not load or has no clause for one person's facts.</returns>
    public AccessRequest? PassportRequest(string agreement, Requester requester, string purpose, SubjectCircumstances subject, DateTimeOffset at)
    {
        if (Current(agreement, at) is not { } text || PassportCatalogue.Of(text) is not { Length: > 0 } catalogue)
            return null;
        var contributors = text.Providers
            .Select(p => new Contribution(p, [.. catalogue.Where(text.CategoriesOf(p).Contains)]))
            .Where(c => c.Categories.Count > 0);
        return new AccessRequest { Requester = requester, Purpose = purpose, Mode = AccessMode.ConsentedIndividual, Contributors = [.. contributors], At = at, Agreement = agreement, Subject = subject };
    }

    /// <summary>The sections of a passport as the caseworker may see them: the agreement's catalogue, in its fixed order, with the words for what is not included.</summary>
    /// <param name="decision">The decision on a request of <see cref="PassportRequest"/>.</param>
    public ImmutableArray<PassportSection> Sections(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = decision.Request.Agreement is { } id ? Current(id, decision.Request.At) : null;
        var catalogue = text is null ? [.. decision.Pairs.Select(p => p.Category).Distinct(StringComparer.Ordinal)] : PassportCatalogue.Of(text);
        return [.. catalogue.Select(c => PassportWords.Section(c, decision, Folder.Vocabulary))];
    }

    private Decision.Denial Denied(string id, AccessRequest request, Reason reason)
    {
        var pairs = request.Contributors.SelectMany(c => c.Categories.Select(category =>
            new PairDecision(c.Agency, category, false, null, null, null, Folder.Vocabulary?.Find(CodeLists.Categories, category)?.SpeciallyProtected == true, false, () => [reason with { Provider = c.Agency, Category = category }])));
        return new Decision.Denial(new DecisionFacts(id, request, Folder.Sha256, [.. pairs], [reason]));
    }
}
