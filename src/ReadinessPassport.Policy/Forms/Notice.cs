namespace ReadinessPassport.Policy;

/// <summary>A notice that stands beside content.</summary>
/// <param name="Id">Such as <c>N-FERPA-99.33</c>.</param>
/// <param name="Citation">The provision.</param>
/// <param name="Text">The words to print.</param>
public sealed record Notice(string Id, string Citation, string Text);
