namespace ReadinessPassport.Policy;

/// <summary>What the requesting agency's edge attests today of the one person asked about. Only the edge knows the birth date, the name and the case.</summary>
/// <param name="AgeState"><c>child</c>, <c>youth</c>, <c>early-college</c> or <c>adult</c>.</param>
/// <param name="Custody"><c>parental</c>, <c>guardian</c>, <c>dcf-custody</c>, <c>dcf-voluntary</c>, <c>dys-committed</c> or <c>emancipated</c>.</param>
/// <param name="Relation">What ties the requester to the client: <c>caseload</c>, <c>intake</c> or <c>claimed</c>.</param>
public sealed record SubjectCircumstances(string AgeState, string Custody, string Relation);
