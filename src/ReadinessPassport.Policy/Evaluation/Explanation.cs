using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The reasons for one contributor and category, written only when somebody reads them.</summary>
internal sealed class Explanation(AccessRequest request, Question question, string provider, string category, PolicyFolder folder, InForce inForce, Judge judge, PolicyDecisionPoint point)
{
    /// <summary>Why nothing permits.</summary>
    /// <param name="best">The verdict of the nearest agreement in force; null when none in force gives the category.</param>
    public ImmutableArray<Reason> Why(Verdict? best)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        var verdict = best;
        if (best is null || (best.Value.Failed & Test.Agreement) != 0)
        {
            verdict = Nearest() ?? best;
            reasons.Add(NoAgreement(verdict));
        }
        foreach (var forbidden in inForce.Forbidding(provider, question.Role, question.Actions, verdict is { Exception: { } holds } ? holds : ValidException(verdict)))
            reasons.Add(Of(ReasonCode.Prohibited, forbidden, null, null, ProhibitsRole(forbidden) ? $"An agreement forbids giving anything to {Role()}." : "An agreement forbids what the answer would be used for.", "nothing but a change of that agreement"));
        foreach (var never in verdict?.Entry.NeverIn ?? [])
            reasons.Add(Of(ReasonCode.Prohibited, never, null, null, $"Nobody ever gives {Label()} under this agreement.", "nothing but a change of that agreement"));
        if (verdict is { } near)
        {
            Law(near, reasons);
            Mode(near, reasons);
        }
        return reasons.Count > 0 ? reasons.ToImmutable() : [Of(ReasonCode.Indeterminate, null, null, null, "The decision could not be explained.", "report it")];
    }

    /// <summary>Why something is permitted: each clause, with the laws it passes, and the clauses that bind whoever gets it.</summary>
    public static ImmutableArray<Reason> Permits(IReadOnlyList<Verdict> verdicts, Question question, PolicyVocabulary words) =>
    [
        .. verdicts.Select(v => new Reason(
            ReasonCode.Permitted, v.Entry.Provider, v.Entry.Category, v.Entry.Agreement.Reference, v.ClauseId,
            string.Join(", ", v.Entry.Law.Regimes.Select(r => (r.Way(LawOf(v, question), false) ?? r.Duties.FirstOrDefault())?.Id).OfType<string>()),
            null,
            v.Consent is not null ? "Permitted on a consent in force." : v.Exception is not null ? $"Permitted on the exception {v.Exception}." : "Permitted by this clause.",
            null)),
        .. verdicts.SelectMany(v => ((IEnumerable<Agreement>)[v.Entry.Agreement, .. v.Entry.Parents]).SelectMany(a => a.Prohibitions.Where(p => p.Action is not null).Select(p => new Reason(
            ReasonCode.Permitted, v.Entry.Provider, v.Entry.Category, a.Reference, p.Clause, null, null, $"Binds whoever gets it: never to {words.Label(CodeLists.Actions, p.Action!)}.", null)))).Distinct(),
    ];

    private static LawQuestion LawOf(Verdict v, Question question) =>
        question.Mode == AccessMode.Linkage ? question.AboutLinkage(v.Entry, v.Entry.Agreement.LinkageService ?? "") : question.AboutRelease(v.Entry, v.ConsentState == ConsentState.Active, v.Exception);

    // The agreement that failed the fewest tests, in force or not, over all that loaded: what a reviewer is told to look at.
    private Verdict? Nearest()
    {
        Verdict? best = null;
        foreach (var agreement in folder.Agreements.Where(a => a.Release.Length > 0 && (request.Agreement is null || a.Id == request.Agreement)))
        {
            var entry = new PolicyEntry(agreement, InForce.Chain(agreement, folder.Find), provider, category, folder);
            if (!agreement.Providers.Contains(provider))
                continue;
            var verdict = judge.Of(entry, question, point.IsInForce(agreement, request.At) && !point.States.Withdrawn.Contains((agreement.Id, provider)), _ => false);
            if (best is null || verdict.IsNearerThan(best.Value))
                best = verdict;
        }
        return best;
    }

    private Reason NoAgreement(Verdict? nearest)
    {
        if (nearest is not { } near)
            return Of(ReasonCode.NoAgreement, null, null, null, $"No agreement has {provider} provide anything.", $"an agreement under which {provider} provides {Label()}");
        var missing = new List<string>();
        if (near.Failed.HasFlag(Test.InForce))
            missing.Add(NotInForce(near.Entry.Agreement));
        if (near.Failed.HasFlag(Test.Given))
            missing.Add($"{provider} does not provide {Label()}");
        if (near.Failed.HasFlag(Test.Mode))
            missing.Add($"it has no clause for {request.Mode.Code()}");
        else if (near.Failed.HasFlag(Test.Purpose))
            missing.Add($"its purposes are others than {request.Purpose}");
        var hasClause = !near.Failed.HasFlag(Test.Mode);
        if (hasClause && near.Failed.HasFlag(Test.Agency))
            missing.Add($"it does not name {request.Requester.Agency}");
        else if (hasClause && near.Failed.HasFlag(Test.Role))
            missing.Add($"it does not name {Role()} of {request.Requester.Agency}");
        if (near.Failed.HasFlag(Test.Table))
            missing.Add($"it does not list the table {request.Table ?? "(none asked)"}");
        if (near.Failed.HasFlag(Test.Category) && !near.Failed.HasFlag(Test.Given))
            missing.Add($"it does not release {Label()}");
        var clause = near.Failed.HasFlag(Test.InForce) ? "dates" : near.Clause?.Clause ?? near.Entry.Agreement.Release.FirstOrDefault(r => r.Mode == request.Mode)?.Clause ?? "release";
        return new(ReasonCode.NoAgreement, provider, category, near.Entry.Agreement.Reference, clause, null, null, $"No agreement in force permits it; the nearest falls short: {string.Join("; ", missing)}.", "an agreement, signed by all, with a clause for it");
    }

    private string NotInForce(Agreement agreement)
    {
        var signing = point.Signing(agreement);
        return !folder.Options.SignaturesAsGiven && !signing.IsComplete ? $"{signing.Needed - signing.Valid} of {signing.Needed} signatures are missing"
            : point.States.Suspended.Contains(agreement.Id) || agreement.Status == "suspended" ? "it is suspended"
            : point.States.Withdrawn.Contains((agreement.Id, provider)) ? $"{provider} has withdrawn from it"
            : agreement.Dates.At(question.Day) switch { AgreementTime.Before => "it is not yet in force", AgreementTime.After => "it is over", _ => "it, or what it stands under, is not in force" };
    }

    private void Law(Verdict near, ImmutableArray<Reason>.Builder reasons)
    {
        if (!near.Entry.Law.HasWay)
            reasons.Add(Of(ReasonCode.Law, null, null, null, $"No law has a way for {Label()} held by {provider}.", "a law pack that has one"));
        // Asked as if a consent were there: what a consent would mend is said by the consent's own reason.
        var asked = question.Mode == AccessMode.Linkage ? LawOf(near, question) : question.AboutRelease(near.Entry, near.ConsentState == ConsentState.Active, near.Exception);
        foreach (var (regime, pack) in near.Entry.Law.Failing(asked))
        {
            var words = pack is null ? $"{regime}: no way passes." : !pack.IsRead ? $"{regime}: {pack.Id} has not been read by counsel." : pack.IsWay ? $"{regime}: no way passes; the nearest is {pack.Id}." : $"{regime}: {pack.Id} does not hold.";
            var remedy = pack is { IsRead: false } ? "counsel reads the pack" : asked.ConsentActive || request.Mode != AccessMode.ConsentedIndividual ? "an agreement that cites a way of this law which passes" : "a consent that covers this law, or another way of it";
            var basis = pack is null ? null : near.Entry.Agreement.LegalBasis.FirstOrDefault(b => b.Law == pack.Id && b.IsOf(provider));
            reasons.Add(new(ReasonCode.Law, provider, category, basis is null ? null : near.Entry.Agreement.Reference, basis?.Clause, pack?.Id ?? regime, pack?.Citation, words, remedy));
        }
    }

    private void Mode(Verdict near, ImmutableArray<Reason>.Builder reasons)
    {
        var clause = near.Clause is null ? null : new CitedClause(near.Entry.Agreement.Id, near.Entry.Agreement.Version, near.Clause.Clause);
        if (near.Failed.HasFlag(Test.Consent))
            reasons.Add(Of(ReasonCode.Consent, clause, null, null, $"No consent in force covers {Label()} for this.", $"a consent on form {string.Join(" or ", near.Clause?.Individual?.ConsentForms ?? [])}"));
        if (near.Failed.HasFlag(Test.Exception))
            reasons.Add(Of(ReasonCode.Exception, clause, null, null, "The exception is not named by the clause, or its evidence or approval is not complete.", "complete evidence, approved by the right second person in time"));
        if (near.Failed.HasFlag(Test.Relation))
            reasons.Add(Of(ReasonCode.Relation, clause, null, null, "Nothing ties the requester to the client as the clause asks.", $"a client of {string.Join(" or ", near.Clause?.Individual?.Relations ?? [])}"));
        if (near.Failed.HasFlag(Test.Extract))
            reasons.Add(Of(ReasonCode.Extract, clause, null, null, "An approval is missing, or the extract asks for more than the clause gives.", $"the approvals {string.Join(", ", near.Clause?.Extract?.Requires ?? [])} and fields within the clause"));
    }

    private string? ValidException(Verdict? verdict) =>
        question.Claim is null || verdict is not { Clause: { } clause } v ? null : new ExceptionJudge(folder.Vocabulary!).Valid(question, v.Entry, clause);

    private bool ProhibitsRole(CitedClause clause) => folder.Agreements.Any(a => a.Id == clause.Agreement && a.Version == clause.Version && a.Prohibitions.Any(p => p.Clause == clause.Clause && p.Action is null));

    private Reason Of(ReasonCode code, CitedClause? clause, string? law, string? citation, string words, string remedy) =>
        new(code, provider, category, clause is null ? null : $"{clause.Agreement}@{clause.Version}", clause?.Clause, law, citation, words, remedy);

    private string Label() => folder.Vocabulary!.Label(CodeLists.Categories, category);

    private string Role() => folder.Vocabulary!.Find(CodeLists.Roles, question.Role)?.Plural ?? question.Role;
}
