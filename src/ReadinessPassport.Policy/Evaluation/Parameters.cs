using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The strictest of what every permitting clause, law and table says.</summary>
internal static class Parameters
{
    public static ReleaseParameters Of(IReadOnlyList<Verdict> verdicts, AccessMode mode, PolicyVocabulary words, TableOutline? table)
    {
        DateOnly? destroy = null;
        var (redisclosure, certified, steward) = (RedisclosureRule.Listed, mode == AccessMode.ConsentedIndividual, false);
        var (years, days, k) = (int.MaxValue, int.MaxValue, 0);
        var show = new Dictionary<string, ShownRung>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            var agreement = verdict.Entry.Agreement;
            if (agreement.Dates.DestroyBy is { } day && (destroy is null || day < destroy))
                destroy = day;
            redisclosure = (RedisclosureRule)Math.Min((int)redisclosure, (int)(agreement.Redisclosure?.Rule ?? RedisclosureRule.None));
            certified |= agreement.Linkage?.CertifiedOnly == true;
            days = Math.Min(days, agreement.Linkage?.KeepEncodingsDays ?? int.MaxValue);
            k = Math.Max(k, verdict.Clause?.Extract?.KAnonymity ?? 0);
            if (verdict.Clause?.Individual is not { } terms)
                continue;
            years = Math.Min(years, terms.LookBackYears);
            steward |= terms.ConfirmedBySteward;
            var rung = terms.Show(verdict.Entry.Category);
            if (!show.TryGetValue(verdict.Entry.Category, out var lowest) || rung < lowest)
                show[verdict.Entry.Category] = rung;
        }
        var common = new ReleaseParameters { DestroyBy = destroy, Redisclosure = redisclosure, CertifiedLinks = certified };
        return mode switch
        {
            AccessMode.Aggregate => Aggregate(common, verdicts, words, table),
            AccessMode.ConsentedIndividual => common with { LookBackYears = years, LinksConfirmedBySteward = steward, Show = show.ToImmutableSortedDictionary(StringComparer.Ordinal) },
            AccessMode.ResearchExtract => common with { KAnonymity = k },
            _ => common with { KeepEncodingsDays = days },
        };
    }

    private static ReleaseParameters Aggregate(ReleaseParameters common, IReadOnlyList<Verdict> verdicts, PolicyVocabulary words, TableOutline? table)
    {
        var minimum = Math.Max(words.Limits.MinimumCellFloor, table?.MinimumCell ?? 0);
        var zeros = true;
        var present = new List<string>();
        // Many pairs rest on the same clause; what depends on the clause alone is read once.
        var clauses = new HashSet<ReleaseClause>(ReferenceEqualityComparer.Instance);
        var agreements = new List<(AggregateTerms Terms, Agreement Agreement)>();
        foreach (var verdict in verdicts)
        {
            var clause = verdict.Clause!.Aggregate!;
            var provider = verdict.Entry.Provider;
            minimum = Math.Max(minimum, Math.Max(clause.MinimumCell(provider), verdict.Entry.Law.MinimumCell));
            zeros &= clause.PublishesZeros(provider);
            if (present.Count == 0 || (present[^1] != provider && !present.Contains(provider)))
                present.Add(provider);
            if (clauses.Add(verdict.Clause))
                agreements.Add((clause, verdict.Entry.Agreement));
        }
        var terms = agreements.ConvertAll(a => a.Terms);
        var (audits, reviewers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (clause, agreement) in agreements)
        {
            audits.UnionWith(clause.Audits);
            foreach (var reviewer in clause.Reviewers)
            {
                // A provider reviews only what holds its rows; a reviewer that provides nothing here reviews everything.
                if (!reviewers.Contains(reviewer) && (present.Contains(reviewer) || !agreement.IsProvider(reviewer)))
                    reviewers.Add(reviewer);
            }
        }
        return common with
        {
            MinimumCell = minimum,
            MinimumWidth = Math.Max(terms.Max(t => t.MinimumWidth), minimum - 1),
            PercentEnds = terms.Max(t => t.PercentEnds),
            PublishZeros = zeros,
            Audits = [.. audits.Order(StringComparer.Ordinal)],
            PublicAfterReview = terms.TrueForAll(t => t.PublicAfterReview),
            DifferentialPrivacy = Budget(terms),
            Reviewers = [.. reviewers.Order(StringComparer.Ordinal)],
            ReviewBusinessDays = terms.Max(t => t.BusinessDays),
        };
    }

    private static PrivacyBudget? Budget(List<AggregateTerms> terms)
    {
        var budgets = terms.Select(t => t.Budget).OfType<PrivacyBudget>().ToHashSet();
        return budgets.Count == 0 ? null : new PrivacyBudget(
            budgets.Select(b => b.RhoTotal).MinBy(Fraction)!, budgets.Select(b => b.RhoPerSnapshot).MinBy(Fraction)!, [.. budgets.SelectMany(b => b.Tables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static double Fraction(string text)
    {
        var parts = text.Split('/');
        return double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
