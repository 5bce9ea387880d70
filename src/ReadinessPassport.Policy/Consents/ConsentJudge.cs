namespace ReadinessPassport.Policy;

/// <summary>What a person's consents say to one (discloser, recipient, role, category, purpose) under one clause.</summary>
internal sealed class ConsentJudge(PolicyFolder folder)
{
    /// <summary>The best state over the consents, and the active consent, the first by id.</summary>
    public (ConsentState State, string? Consent) Best(PolicyEntry entry, ReleaseClause clause, Question question)
    {
        var forms = clause.Individual!.ConsentForms;
        return question.Memo.TryGet(entry.Provider, entry.Category, forms, out var said) ? said : question.Memo.Keep(entry.Provider, entry.Category, forms, Find(entry, clause, question));
    }

    private (ConsentState State, string? Consent) Find(PolicyEntry entry, ReleaseClause clause, Question question)
    {
        var (best, id) = (ConsentState.None, (string?)null);
        for (var i = 0; i < question.Consents.Count; i++)
        {
            var consent = question.Consents[i];
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
        if (question.Subject is not { } today || !IsSigned(Standing(consent, question), entry, today.AgeState, today.Custody))
            return ConsentState.WrongSigner;
        return consent.UsedBy is not null && (consent.SingleUse || entry.Law.IsSingleUse) ? ConsentState.UsedUp : ConsentState.Active;
    }

    private bool IsInScope(ConsentRecord consent, PolicyEntry entry, ReleaseClause clause, Question question) =>
        consent.Purpose == question.Purpose
        && consent.From.Contains(entry.Provider)
        && consent.Categories.Contains(entry.Category)
        && Names(consent, question)
        && IsOnForm(consent, clause)
        && CoversLaws(consent, entry);

    private static bool Names(ConsentRecord consent, Question question)
    {
        foreach (var to in consent.To)
        {
            if (to.Agency == question.Requester && to.Roles.Contains(question.Role))
                return true;
        }
        return false;
    }

    // The form in the version signed, in a language whose text is the one shown and that counsel has signed off (a draft serves demonstrations).
    private bool IsOnForm(ConsentRecord consent, ReleaseClause clause)
    {
        foreach (var form in folder.Forms)
        {
            if (form.Reference != consent.Form || !clause.Individual!.ConsentForms.Contains(form.Id))
                continue;
            foreach (var language in form.Languages)
            {
                if (language.Language == consent.Language && language.TextSha256 == consent.TextSha256)
                    return language.IsSignedOff || folder.Options.Demonstration;
            }
        }
        return false;
    }

    private static bool CoversLaws(ConsentRecord consent, PolicyEntry entry)
    {
        foreach (var need in entry.Law.ConsentNeeds)
        {
            if (!need.IsMetBy(consent))
                return false;
        }
        return true;
    }

    /// <summary>Whether those who signed may sign today, by every law that says who may; where none says, nobody may.</summary>
    public bool IsSigned(ConsentRecord consent, PolicyEntry entry, string age, string custody) => IsSigned(Standing(consent, custody), entry, age, custody);

    private static bool IsSigned(ConsentSignature[] standing, PolicyEntry entry, string age, string custody)
    {
        if (entry.Law.SignerPacks.IsEmpty)
            return false;
        var effective = custody == "emancipated" ? "adult" : age;
        foreach (var pack in entry.Law.SignerPacks)
        {
            if (!pack.Signers.IsSatisfied(entry.Category, effective, standing))
                return false;
        }
        return true;
    }

    private ConsentSignature[] Standing(ConsentRecord consent, string custody) =>
        [.. consent.Signers.Where(s => folder.Vocabulary!.Find(CodeLists.Relations, s.Relation) is { } relation && relation.Custody.Contains(custody))];

    private ConsentSignature[] Standing(ConsentRecord consent, Question question)
    {
        if (!question.Standing.TryGetValue(consent, out var standing))
            question.Standing[consent] = standing = Standing(consent, question.Subject!.Custody);
        return standing;
    }
}
