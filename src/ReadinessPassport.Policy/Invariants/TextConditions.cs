namespace ReadinessPassport.Policy;

/// <summary>Conditions on texts that no box over requests can say.</summary>
internal static class TextConditions
{
    /// <summary>The clause that breaks a condition, in words; null when it holds.</summary>
    public static string? Broken(string condition, Agreement agreement, PolicyFolder folder, Matrix? matrix) => condition switch
    {
        "audit-basis-complete" => AuditBasis(agreement),
        "linkage-service-holds-nothing" => LinkageService(agreement),
        "minimum-cell-is-the-largest" => MinimumCell(agreement, folder, matrix),
        _ => agreement.Data.FirstOrDefault(d => d.Categories.Any(c => PolicyVocabulary.Covers("dv.any", c)))?.Clause,
    };

    private static string? AuditBasis(Agreement agreement) =>
        agreement.LegalBasis.FirstOrDefault(b => b.Law == "us.ferpa.audit-evaluation" && !(b.Fills("education_program") && b.AuthorizedRepresentatives.Count > 0 && agreement.Dates.DestroyBy is not null))?.Clause;

    private static string? LinkageService(Agreement agreement)
    {
        if (agreement.LinkageService is not { } service || agreement.Linkage is not { } linkage)
            return null;
        if (linkage.KeyHolders.Contains(service))
            return linkage.Clause;
        return agreement.Release.FirstOrDefault(r => r.To.Any(t => t.Agency == service))?.Clause ?? agreement.Data.FirstOrDefault(d => d.Provider == service)?.Clause;
    }

    // Worked out here again, from clauses and packs, and held against what a permit would say.
    private static string? MinimumCell(Agreement agreement, PolicyFolder folder, Matrix? matrix)
    {
        foreach (var at in matrix?.Allowed ?? [])
        {
            if (AccessModes.OfRelease[at[5]] != AccessMode.Aggregate)
                continue;
            var verdict = matrix!.Decide(at)!.Value;
            var expected = folder.Vocabulary!.Limits.MinimumCellFloor;
            expected = Math.Max(expected, verdict.Clause!.Aggregate!.MinimumCell(verdict.Entry.Provider));
            foreach (var pack in folder.Laws.Values.Where(p => p.Governs(verdict.Entry.Category, folder.Vocabulary.AgencyKind(verdict.Entry.Provider), folder.Vocabulary.Jurisdiction(verdict.Entry.Provider))))
                expected = Math.Max(expected, pack.MinimumCell);
            if (Parameters.Of([verdict], AccessMode.Aggregate, folder.Vocabulary, null).MinimumCell != expected)
                return verdict.ClauseId;
        }
        return null;
    }
}
