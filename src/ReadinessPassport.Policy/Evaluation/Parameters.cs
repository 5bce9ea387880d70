using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The strictest of what every permitting clause, law and table says.</summary>
internal static class Parameters
{
    public static ReleaseParameters Of(IReadOnlyList<Verdict> verdicts, AccessMode mode, PolicyVocabulary words, TableOutline? table)
    {
        var common = new ReleaseParameters
        {
            DestroyBy = verdicts.Select(v => v.Entry.Agreement.Dates.DestroyBy).Where(d => d is not null).DefaultIfEmpty().Min(),
            Redisclosure = verdicts.Min(v => v.Entry.Agreement.Redisclosure?.Rule ?? RedisclosureRule.None),
            CertifiedLinks = mode == AccessMode.ConsentedIndividual || verdicts.Any(v => v.Entry.Agreement.Linkage?.CertifiedOnly == true),
        };
        return mode switch
        {
            AccessMode.Aggregate => Aggregate(common, verdicts, words, table),
            AccessMode.ConsentedIndividual => common with
            {
                LookBackYears = verdicts.Min(v => v.Clause!.Individual!.LookBackYears),
                LinksConfirmedBySteward = verdicts.Any(v => v.Clause!.Individual!.ConfirmedBySteward),
                Show = verdicts.GroupBy(v => v.Entry.Category, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Min(v => v.Clause!.Individual!.Show(g.Key)), StringComparer.Ordinal),
            },
            AccessMode.ResearchExtract => common with { KAnonymity = verdicts.Max(v => v.Clause!.Extract!.KAnonymity) },
            _ => common with { KeepEncodingsDays = verdicts.Min(v => v.Entry.Agreement.Linkage!.KeepEncodingsDays) },
        };
    }

    private static ReleaseParameters Aggregate(ReleaseParameters common, IReadOnlyList<Verdict> verdicts, PolicyVocabulary words, TableOutline? table)
    {
        var minimum = Math.Max(words.Limits.MinimumCellFloor, table?.MinimumCell ?? 0);
        foreach (var verdict in verdicts)
        {
            minimum = Math.Max(minimum, verdict.Clause!.Aggregate!.MinimumCell(verdict.Entry.Provider));
            foreach (var pack in verdict.Entry.Law.Packs)
            {
                if (pack.Applies.Has(AccessMode.Aggregate))
                    minimum = Math.Max(minimum, pack.MinimumCell);
            }
        }
        var terms = verdicts.Select(v => v.Clause!.Aggregate!).Distinct().ToList();
        var present = verdicts.Select(v => v.Entry.Provider).ToHashSet(StringComparer.Ordinal);
        return common with
        {
            MinimumCell = minimum,
            MinimumWidth = Math.Max(terms.Max(t => t.MinimumWidth), minimum - 1),
            PercentEnds = terms.Max(t => t.PercentEnds),
            PublishZeros = verdicts.All(v => v.Clause!.Aggregate!.PublishesZeros(v.Entry.Provider)),
            Audits = [.. terms.SelectMany(t => t.Audits).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            PublicAfterReview = terms.All(t => t.PublicAfterReview),
            DifferentialPrivacy = Budget(terms),
            // A provider reviews only what holds its rows; a reviewer that provides nothing here reviews everything.
            Reviewers = [.. verdicts.SelectMany(v => v.Clause!.Aggregate!.Reviewers.Where(r => present.Contains(r) || !v.Entry.Agreement.Providers.Contains(r))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ReviewBusinessDays = terms.Max(t => t.BusinessDays),
        };
    }

    private static PrivacyBudget? Budget(List<AggregateTerms> terms)
    {
        var budgets = terms.Select(t => t.Budget).OfType<PrivacyBudget>().ToList();
        return budgets.Count == 0 ? null : new PrivacyBudget(
            budgets.Select(b => b.RhoTotal).MinBy(Fraction)!, budgets.Select(b => b.RhoPerSnapshot).MinBy(Fraction)!, [.. budgets.SelectMany(b => b.Tables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static double Fraction(string text)
    {
        var parts = text.Split('/');
        return double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
