using ReadinessPassport.Policy;

namespace ReadinessPassport.Tests.Policy.Reference;

/// <summary>The state of consents, from the paper: the best of all, each judged by scope, revocation, term, signers and use.</summary>
internal static class ReferenceConsents
{
    private static readonly string[] s_order = ["active", "used-up", "wrong-signer", "expired", "revoked", "wrong-scope", "none"];

    // Who signs, as the paper's table composes it for the categories of the passport agreement.
    public static bool MaySign(string category, string age, string custody, string relations)
    {
        var adult = age == "adult" || custody == "emancipated";
        if (adult)
            return relations.Contains('S', StringComparison.Ordinal);
        var parent = relations.Contains('P', StringComparison.Ordinal) && custody is "parental" or "dcf-custody" or "dcf-voluntary" or "dys-committed" && relations.Contains('P', StringComparison.Ordinal);
        var guardian = relations.Contains('G', StringComparison.Ordinal) && custody is "guardian" or "dys-committed" && relations.Contains('G', StringComparison.Ordinal);
        var educational = relations.Contains('E', StringComparison.Ordinal) && custody == "dcf-custody";
        return category.StartsWith("edu.", StringComparison.Ordinal) ? parent || guardian || educational : parent || guardian;
    }

    public static string State(IEnumerable<ConsentRecord> consents, string provider, string requester, string role, string category, string purpose, DateOnly day, SubjectCircumstances today, Func<ConsentRecord, bool> formHolds) =>
        consents.Select(c => Of(c, provider, requester, role, category, purpose, day, today, formHolds)).OrderBy(s => Array.IndexOf(s_order, s)).FirstOrDefault() ?? "none";

    private static string Of(ConsentRecord c, string provider, string requester, string role, string category, string purpose, DateOnly day, SubjectCircumstances today, Func<ConsentRecord, bool> formHolds)
    {
        var laws = category.StartsWith("edu.", StringComparison.Ordinal) ? new[] { "us.ferpa.consent", "ma.student-records", "ma.fipa" } : ["ma.fipa"];
        var statements = category.StartsWith("edu.", StringComparison.Ordinal) ? new[] { "copy-given", "voluntary", "may-revoke" } : ["voluntary", "may-revoke"];
        if (c.Purpose != purpose || !c.From.Contains(provider) || !c.Categories.Contains(category) || !c.To.Any(t => t.Agency == requester && t.Roles.Contains(role)) || !formHolds(c) || !laws.All(c.CoversLaws.Contains) || !statements.All(c.Statements.Contains))
            return "wrong-scope";
        if (c.RevokedAt is not null)
            return "revoked";
        if (day < c.Signed || day > c.Expires || day > c.Signed.AddDays(366))
            return "expired";
        if (!MaySign(category, today.AgeState, today.Custody, string.Concat(c.Signers.Select(s => s.Relation))))
            return "wrong-signer";
        return c.SingleUse && c.UsedBy is not null ? "used-up" : "active";
    }
}
