namespace ReadinessPassport.Policy;

/// <summary>Why a decision fell as it did: the clause, what it rests on, and what would change it. A reason cites texts, never the person.</summary>
/// <param name="Code">What kind of reason.</param>
/// <param name="Provider">The contributor it is about; null when it is about the whole request.</param>
/// <param name="Category">The category it is about; null when it is about the whole request.</param>
/// <param name="Agreement"><c>MA-2027-004@1</c>; null when no agreement is cited.</param>
/// <param name="Clause">The clause (<c>R1</c>) or key (<c>dates</c>) cited; null when none is.</param>
/// <param name="Law">The law pack, such as <c>us.ferpa.consent</c>; null when none is cited.</param>
/// <param name="Citation">The provision, such as <c>34 CFR 99.30</c>; null when none is cited.</param>
/// <param name="Words">One sentence for a reviewer.</param>
/// <param name="Remedy">What would change it; null for a permit.</param>
public sealed record Reason(
    ReasonCode Code,
    string? Provider,
    string? Category,
    string? Agreement,
    string? Clause,
    string? Law,
    string? Citation,
    string Words,
    string? Remedy)
{
    /// <summary><c>E-LAW MA.DESE/edu.attendance us.ferpa.consent: no consent is active</c>.</summary>
    public override string ToString() =>
        Code.Text() + (Provider is null ? "" : $" {Provider}/{Category}") + (Agreement is null ? "" : $" {Agreement} {Clause}") + (Law is null ? "" : $" {Law}") + ": " + Words;
}
