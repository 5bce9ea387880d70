namespace ReadinessPassport.WebComponents;

/// <summary>Something to correct in a form.</summary>
/// <param name="Field">The id of the input it is about.</param>
/// <param name="Words">What to do, in one sentence.</param>
public sealed record FieldProblem(string Field, string Words);
