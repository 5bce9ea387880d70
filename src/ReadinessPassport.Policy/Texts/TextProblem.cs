namespace ReadinessPassport.Policy;

/// <summary>Something that keeps a policy file from loading: where, what was found, what was expected.</summary>
/// <param name="Code"><c>RP60xx</c>.</param>
/// <param name="Path">The file, relative to the policy folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
public sealed record TextProblem(string Code, string Path, int Line, int Column, string Found, string Expected)
{
    /// <summary><c>RP6004 agreements/MA-2027-004.yml:12:3: unknown key 'purposse'; expected 'purposes'</c>.</summary>
    public override string ToString() => $"{Code} {Path}:{Line}:{Column}: {Found}; expected {Expected}";
}
