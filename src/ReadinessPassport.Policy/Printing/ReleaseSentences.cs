namespace ReadinessPassport.Policy;

/// <summary>Section R in plain English.</summary>
internal sealed class ReleaseSentences(Agreement agreement, PolicyVocabulary words)
{
    public string Of(ReleaseClause clause)
    {
        if (clause.IsNever)
        {
            return clause.Mode switch
            {
                AccessMode.Aggregate => "Nobody gets a table under this agreement.",
                AccessMode.ConsentedIndividual => "Nobody sees one child's record under this agreement.",
                _ => "Nobody gets rows under this agreement.",
            };
        }
        var purposes = English.Or(clause.Purposes.Order(StringComparer.Ordinal).Select(p => words.Label(CodeLists.Purposes, p)));
        return clause.Mode switch
        {
            AccessMode.Aggregate => $"{Who(clause)} may ask for tables {English.And(clause.Tables.Order(StringComparer.Ordinal))}, to {purposes}. " + Limits(clause.Aggregate!),
            AccessMode.ConsentedIndividual => $"{Who(clause)} may see, of one person, {Shown(clause)}, to {purposes}. " + Conditions(clause.Individual!),
            _ => $"{Who(clause)} may work with rows without names, to {purposes}. " + Extract(clause.Extract!),
        };
    }

    private string Who(ReleaseClause clause)
    {
        // Agencies whose roles are the same are said together.
        var groups = clause.To
            .GroupBy(t => English.And(t.Roles.Order(StringComparer.Ordinal).Select(r => words.Find(CodeLists.Roles, r)?.Plural ?? r)), StringComparer.Ordinal)
            .Select(g => (Roles: g.Key, Agencies: g.Select(t => t.Agency).Order(StringComparer.Ordinal).ToList()))
            .OrderByDescending(g => g.Agencies.Count).ThenBy(g => g.Roles, StringComparer.Ordinal);
        var text = string.Join(", and ", groups.Select(g => $"{g.Roles} of {English.And(g.Agencies.Select(a => a == AgreementShapes.EveryProvider ? "each provider" : a))}"));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Shown(ReleaseClause clause) => English.And(clause.Categories.Order(StringComparer.Ordinal).Select(c =>
        words.Label(CodeLists.Categories, c) + clause.Individual!.Show(c) switch
        {
            ShownRung.Participation => " (only whether there was any)",
            ShownRung.StatusBand => " (as status and bands)",
            ShownRung.Date => " (also when)",
            _ => " (in full)",
        }));

    private string Limits(AggregateTerms terms)
    {
        var providers = agreement.Providers.ToList();
        var cells = providers.GroupBy(terms.MinimumCell).OrderBy(g => g.Key).ToList();
        var smallest = cells.Count == 1 ? $"No printed count is smaller than {cells[0].Key}." : $"No printed count is smaller than {English.And(cells.Select(g => $"{g.Key} where {English.Or(g)} contributes"))}; the largest applies.";
        var hidden = providers.Where(p => !terms.PublishesZeros(p)).ToList();
        var zeros = hidden.Count == 0 ? "Zeros are printed." : hidden.Count == providers.Count ? "Zeros are not printed." : $"Zeros are not printed where {English.Or(hidden)} contributes.";
        var noise = terms.Budget is { } budget ? $" Noise is added to {English.And(budget.Tables)}: at most ρ {budget.RhoTotal} in all, {budget.RhoPerSnapshot} for one snapshot." : "";
        return $"{smallest} {zeros} Percentages within {terms.PercentEnds} of an end are not printed exactly. Hidden counts stay hidden: nobody can narrow one to fewer than {terms.MinimumWidth} values, audited by {English.And(terms.Audits.Select(a => a.Replace('-', ' ')))}.{noise} "
            + $"{English.And(terms.Reviewers)} approve first, within {English.Count(terms.BusinessDays, "business day")}. {(terms.PublicAfterReview ? "A table may be published after review." : "No table is published.")}";
    }

    private string Conditions(IndividualTerms terms)
    {
        var exceptions = terms.Exceptions.IsEmpty ? "No exception stands in for a consent." : $"{Sentence(English.Or(terms.Exceptions.Select(e => words.Label(CodeLists.Exceptions, e))))} may stand in for a consent{(terms.EmergencyApprovalAfter ? ", an emergency with approval afterwards" : "")}.";
        return $"Only with a consent in force on form {English.Or(terms.ConsentForms)}; it can be withdrawn at any time. {exceptions} Only for somebody who is to them a matter of {English.Or(terms.Relations)}. "
            + $"At most {English.Count(terms.LookBackYears, "year")} back. Only over certified links{(terms.ConfirmedBySteward ? ", confirmed by stewards" : ", certified by rule or by stewards")}.";
    }

    private string Extract(ExtractClauseTerms terms) =>
        $"Ids are random for each project; dates are {(terms.YearMonthDates ? "months" : "school years")}; places are {(terms.RegionGeography ? "regions" : "states")}; rows carry {English.And(terms.Quasi.Order(StringComparer.Ordinal).Select(a => ReadinessPassport.Vocabulary.AttributeCatalogue.Find(a)!.Label))}. "
        + $"Rows fewer than {terms.KAnonymity} of a kind are generalized or dropped. The rows stay in the enclave; results {(terms.DownloadAfterReview ? "leave it after review" : "never leave it")}. "
        + (terms.Requires.IsEmpty ? "" : $"Needed first: {English.And(terms.Requires.Select(r => r.Replace('-', ' ')))}.");

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
