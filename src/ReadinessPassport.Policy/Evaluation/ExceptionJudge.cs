namespace ReadinessPassport.Policy;

/// <summary>Whether the exception somebody claims holds in itself: evidence complete, approved by the right second person, in time.</summary>
internal sealed class ExceptionJudge(PolicyVocabulary words)
{
    private const string Foster = "foster-care-education";
    private const string Emergency = "emergency-health-safety";
    private static readonly TimeSpan s_viewBeforeReview = TimeSpan.FromMinutes(60);

    /// <summary>The code, when it holds for this provider under this clause; null when it does not, or none is claimed.</summary>
    public string? Valid(Question question, PolicyEntry entry, ReleaseClause clause)
    {
        if (question.Claim is not { } claim || words.Find(CodeLists.Exceptions, claim.Code) is not { } known)
            return null;
        foreach (var field in known.Evidence)
        {
            if (!claim.Evidence.TryGetValue(field, out var value) || string.IsNullOrWhiteSpace(value))
                return null;
        }
        if (claim.Code == Foster && question.Subject is not { Custody: "dcf-custody", Relation: "caseload" })
            return null;
        if (claim.Until is not { } until || until < question.At)
            return null;
        if (claim.Code == Emergency && claim.Approver is null && clause.Individual?.EmergencyApprovalAfter == true)
            return until <= question.At + s_viewBeforeReview ? claim.Code : null;
        return IsApproved(claim, known, question, entry) && until <= claim.ApprovedAt!.Value.AddHours(known.LongestHours ?? 0) ? claim.Code : null;
    }

    private bool IsApproved(ExceptionClaim claim, VocabularyCode known, Question question, PolicyEntry entry)
    {
        if (claim.Approver is not { } approver || claim.ApprovedAt is not { } at || at > question.At || approver.Role != known.ApproverRole)
            return false;
        if (approver.Visa is not { } visa || visa.Issuer != approver.Agency || visa.Until < at)
            return false;
        // Nobody approves their own request.
        if (approver.Person is not null ? approver.Person == question.Person : approver.Agency == question.Requester && approver.Role == question.Role)
            return false;
        return known.ApproverAgency switch
        {
            "provider" => approver.Agency == entry.Provider,
            "child-welfare" => words.AgencyKind(approver.Agency) == "child-welfare",
            _ => entry.Agreement.Parties.Any(p => p.Agency == approver.Agency),
        };
    }
}
