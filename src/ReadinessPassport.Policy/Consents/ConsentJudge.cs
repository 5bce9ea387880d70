namespace ReadinessPassport.Policy;

/// <summary>What a person's consents say to one (discloser, recipient, role, category, purpose) under one clause.</summary>
internal sealed class ConsentJudge(PolicyFolder folder)
{
    /// <summary>The best state over the consents, and the active consent, the first by id.</summary>
    public (ConsentState State, string? Consent) Best(PolicyEntry entry, ReleaseClause clause, Question question)
    {
        var (best, id) = (ConsentState.None, (string?)null);
        foreach (var consent in question.Consents)
        {
            var state = StateOf(consent, entry, clause, question);
            if (state < best || (state == best && state == ConsentState.Active && string.CompareOrdinal(consent.Id, id) < 0))
                (best, id) = (state, consent.Id);
        }
        return (best, best == ConsentState.Active ? id : null);
    }

    private ConsentState StateOf(ConsentRecord consent, PolicyEntry entry, ReleaseClause clause, Question question)
    {
        if (!IsInScope(consent, entry, clause, question))
            return ConsentState.WrongScope;
        if (consent.RevokedAt is not null)
            return ConsentState.Revoked;
        var longest = consent.Signed.AddDays(folder.Vocabulary!.Limits.ConsentLongestDays);
        if (question.Day < consent.Signed || question.Day > consent.Expires || question.Day > longest)
            return ConsentState.Expired;
        if (question.Subject is not { } today || !IsSigned(consent, entry, today.AgeState, today.Custody))
            return ConsentState.WrongSigner;
        return consent.UsedBy is not null && (consent.SingleUse || entry.Law.IsSingleUse) ? ConsentState.UsedUp : ConsentState.Active;
    }

    private bool IsInScope(ConsentRecord consent, PolicyEntry entry, ReleaseClause clause, Question question) =>
        consent.Purpose == question.Purpose
        && consent.From.Contains(entry.Provider)
        && consent.Categories.Contains(entry.Category)
        && consent.To.Any(t => t.Agency == question.Requester && t.Roles.Contains(question.Role))
        && IsOnForm(consent, clause)
        && CoversLaws(consent, entry, question);

    // The form in the version signed, in a language whose text is the one shown and that counsel has signed off (a draft serves demonstrations).
    private bool IsOnForm(ConsentRecord consent, ReleaseClause clause)
    {
        foreach (var form in folder.Forms)
        {
            if (form.Reference != consent.Form || !clause.Individual!.ConsentForms.Contains(form.Id))
                continue;
            return form.Languages.Any(l => l.Language == consent.Language && l.TextSha256 == consent.TextSha256 && (l.IsSignedOff || folder.Options.Demonstration));
        }
        return false;
    }

    // Each regime that would not pass without a consent needs one of its consent ways among the laws the form covers, with the statements that way asks for.
    private static bool CoversLaws(ConsentRecord consent, PolicyEntry entry, Question question)
    {
        foreach (var regime in entry.Law.Regimes)
        {
            var needed = false;
            var covered = false;
            foreach (var (pack, _) in regime.Ways)
            {
                foreach (var permit in pack.Permits)
                {
                    if (!permit.Modes.Has(AccessMode.ConsentedIndividual) || permit.Exception is not null)
                        continue;
                    if (permit.Recipients != RecipientRule.NamedInConsent)
                        covered = true;
                    else if (consent.CoversLaws.Contains(pack.Id) && pack.ConsentElements.All(consent.Statements.Contains))
                        covered = true;
                    else
                        needed = true;
                }
            }
            if (needed && !covered)
                return false;
        }
        return true;
    }

    /// <summary>Whether those who signed may sign today, by every law that says who may; where none says, nobody may.</summary>
    public bool IsSigned(ConsentRecord consent, PolicyEntry entry, string age, string custody)
    {
        if (entry.Law.SignerPacks.IsEmpty)
            return false;
        var standing = consent.Signers.Where(s => folder.Vocabulary!.Find(CodeLists.Relations, s.Relation) is { } relation && relation.Custody.Contains(custody)).ToArray();
        var effective = custody == "emancipated" ? "adult" : age;
        foreach (var pack in entry.Law.SignerPacks)
        {
            if (!pack.Signers.IsSatisfied(entry.Category, effective, standing))
                return false;
        }
        return true;
    }
}
