namespace ReadinessPassport.Policy;

/// <summary>
/// The meaning of a clause: which tests it fails for a question about one provider's category. Total, without exceptions of its own, without effects. The
/// decision point, the matrix and every explanation stand on this one function.
/// </summary>
internal sealed class Judge(PolicyFolder folder, bool withoutLaw = false)
{
    private readonly ConsentJudge _consents = new(folder);
    private readonly ExceptionJudge _exceptions = new(folder.Vocabulary!);

    /// <summary>The verdict of the agreement's best clause of the mode: the one failing fewest tests, ties by clause id.</summary>
    /// <param name="entry">Whose category, under which agreement.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="inForce">Whether the agreement, and all it stands under, is in force.</param>
    /// <param name="prohibited">Whether some agreement forbids it unless an exception lifts it; asks with the exception that is valid.</param>
    public Verdict Of(PolicyEntry entry, Question question, bool inForce, Func<string?, bool> prohibited)
    {
        var basic = (inForce ? Test.None : Test.InForce) | (entry.IsGiven ? Test.None : Test.Given);
        if (question.Mode == AccessMode.Linkage)
            return Linkage(entry, question, basic, prohibited);
        Verdict? best = null;
        foreach (var clause in entry.Agreement.Release)
        {
            if (clause.Mode != question.Mode || clause.IsNever)
                continue;
            var verdict = Clause(entry, clause, question, basic, prohibited);
            if (verdict.Permits)
                return verdict;
            if (best is null || verdict.IsNearerThan(best.Value))
                best = verdict;
        }
        return best ?? WithoutClause(entry, question, basic, prohibited);
    }

    private Verdict WithoutClause(PolicyEntry entry, Question question, Test failed, Func<string?, bool> prohibited)
    {
        // Without a clause of the mode nothing a clause would say is fulfilled.
        failed |= Test.Mode | Test.Purpose | Test.Agency | Test.Role;
        if (prohibited(question.CaseException))
            failed |= Test.Prohibited;
        var consent = question.CaseConsent ?? (question.Mode == AccessMode.ConsentedIndividual ? ConsentState.None : null);
        return new Verdict(entry, null, failed, consent, null, null);
    }

    private Verdict Linkage(PolicyEntry entry, Question question, Test failed, Func<string?, bool> prohibited)
    {
        if (entry.Agreement.Linkage is null || entry.Agreement.LinkageService is not { } service)
            return new Verdict(entry, null, failed | Test.Mode, null, null, null);
        if (question.Requester != entry.Provider)
            failed |= Test.Agency;
        if (question.Purpose.Length > 0 && !entry.Agreement.Purposes.Contains(question.Purpose))
            failed |= Test.Purpose;
        if (prohibited(null))
            failed |= Test.Prohibited;
        if (!withoutLaw && !entry.Law.Pass(question.AboutLinkage(entry, service)))
            failed |= Test.Law;
        return new Verdict(entry, null, failed, null, null, null);
    }

    private Verdict Clause(PolicyEntry entry, ReleaseClause clause, Question question, Test failed, Func<string?, bool> prohibited)
    {
        failed |= clause.Match(question, entry.Agreement);
        var exception = question.CaseException;
        ConsentState? state = null;
        string? consent = null;
        switch (question.Mode)
        {
            case AccessMode.Aggregate:
                if (!question.AsTheClauseAsks && (question.Table is null || !clause.Tables.Contains(question.Table)))
                    failed |= Test.Table;
                break;
            case AccessMode.ResearchExtract:
                if (!question.AsTheClauseAsks && !Fits(clause.Extract!, question.Extract))
                    failed |= Test.Extract;
                break;
            default:
                if (!clause.Categories.Contains(entry.Category))
                    failed |= Test.Category;
                if (!question.AsTheClauseAsks && (question.Subject is null || !clause.Individual!.Relations.Contains(question.Subject.Relation)))
                    failed |= Test.Relation;
                if (!question.AsTheClauseAsks)
                    exception = question.Claim is null ? question.CaseException : _exceptions.Valid(question, entry, clause);
                (state, consent) = question.CaseConsent is { } given ? (given, null) : _consents.Best(entry, clause, question);
                var named = exception is not null && clause.Individual!.Exceptions.Contains(exception);
                if (state != ConsentState.Active && !named)
                    failed |= question.Claim is not null ? Test.Exception : Test.Consent;
                // An exception stands in only where the clause names it and no consent already serves.
                var stands = named && state != ConsentState.Active ? exception : null;
                if (prohibited(exception))
                    failed |= Test.Prohibited;
                if (!withoutLaw && !entry.Law.Pass(question.AboutRelease(entry, state == ConsentState.Active, named ? exception : null)))
                    failed |= Test.Law;
                return new Verdict(entry, clause, failed, state, consent, stands);
        }
        if (!question.AsTheClauseAsks)
            exception = question.Claim is null ? question.CaseException : _exceptions.Valid(question, entry, clause);
        if (prohibited(exception))
            failed |= Test.Prohibited;
        if (!withoutLaw && !entry.Law.Pass(question.AboutRelease(entry, false, null)))
            failed |= Test.Law;
        return new Verdict(entry, clause, failed, question.CaseConsent, null, null);
    }

    private static bool Fits(ExtractClauseTerms terms, ExtractTerms? asked) =>
        asked is not null && terms.Requires.All(asked.Approvals.Contains) && asked.Quasi.All(terms.Quasi.Contains)
        && (asked.Dates == "school-year" || (asked.Dates == "year-month" && terms.YearMonthDates))
        && (asked.Geography == "state" || (asked.Geography == "region" && terms.RegionGeography));
}
