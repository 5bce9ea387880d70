using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One contributor and category of a request: judged under every agreement in force, explained only when somebody asks.</summary>
internal sealed class PairQuestion(AccessRequest request, Question question, string provider, string category, PolicyFolder folder, InForce inForce, Judge judge, PolicyDecisionPoint point)
{
    private bool? _prohibited;

    public PairDecision Decide(List<Verdict> permits)
    {
        var words = folder.Vocabulary!;
        var first = permits.Count;
        Verdict? best = null;
        Func<string?, bool> prohibited = Prohibited;
        foreach (var entry in inForce.Entries(provider, category))
        {
            if (request.Agreement is not null && entry.Agreement.Id != request.Agreement)
                continue;
            var verdict = judge.Of(entry, question, true, prohibited);
            if (verdict.Permits)
                permits.Add(verdict);
            if (best is null || verdict.IsNearerThan(best.Value))
                best = verdict;
        }
        var permitted = permits.Count > first;
        var specially = words.Find(CodeLists.Categories, category)!.SpeciallyProtected;
        if (!permitted)
        {
            var nearest = best;
            return new PairDecision(provider, category, false, null, null, null, specially, nearest is { } near && ConsentWouldOpen(near), () => new Explanation(request, question, provider, category, folder, inForce, judge, point).Why(nearest));
        }
        var mine = permits.GetRange(first, permits.Count - first);
        string? consent = null, exception = null;
        foreach (var verdict in mine)
            (consent, exception) = (consent ?? verdict.Consent, exception ?? verdict.Exception);
        return new PairDecision(provider, category, true, () => [.. mine.Select(v => new CitedClause(v.Entry.Agreement.Id, v.Entry.Agreement.Version, v.ClauseId))], consent, exception, specially, false, () => Explanation.Permits(mine, question, words));
    }

    // The same for every agreement that is judged, so it is looked up once.
    private bool Prohibited(string? exception)
    {
        if (exception is not null)
            return inForce.Forbids(provider, question.Role, question.Actions, exception) is not null;
        return _prohibited ??= inForce.Forbids(provider, question.Role, question.Actions, null) is not null;
    }

    // Asked of the clause, not of the person: with a consent in force, would it pass? Never what became of a consent.
    private bool ConsentWouldOpen(Verdict verdict) =>
        question.Mode == AccessMode.ConsentedIndividual && verdict.Clause is not null && (verdict.Failed & (Test.Agreement | Test.Prohibited)) == 0
        && verdict.Entry.Law.Pass(question.AboutRelease(verdict.Entry, true, null));
}
