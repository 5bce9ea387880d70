namespace ReadinessPassport.Policy;

/// <summary>What a caseworker reads where a section is not included. Withdrawn, expired, used up, wrong signer and never given read the same.</summary>
internal static class PassportWords
{
    public static PassportSection Section(string category, Decision decision, PolicyVocabulary? words)
    {
        var known = words?.Find(CodeLists.Categories, category);
        var label = known?.Section ?? category;
        var pairs = decision.Pairs.Where(p => p.Category == category).ToList();
        if (decision is Decision.Permit && pairs.Any(p => p.Permitted))
            return new(category, label, true, null, false);
        if (known?.SpeciallyProtected == true)
            return new(category, label, false, $"{label}: not included. Federal rules protect these records for everyone. They need their own consent. We do not look for them without one.", false);
        return pairs.Any(p => p.ConsentMayOpen)
            ? new(category, label, false, $"{label}: not included. Our agency has no consent that covers {label} for this person. We did not check whether any {label} record exists.", true)
            : new(category, label, false, $"{label}: not included. The agreement does not share {label} records for this purpose with anyone in your role. This is the same for every client.", false);
    }
}
