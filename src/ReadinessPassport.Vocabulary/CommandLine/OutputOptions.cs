namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>How a command is to speak; the same options in all programs.</summary>
public sealed record OutputOptions
{
    /// <summary>Exactly one JSON document on standard output (<c>--json</c>).</summary>
    public bool Json { get; init; }

    /// <summary>No progress and no remarks (<c>--quiet</c>); errors are still printed.</summary>
    public bool Quiet { get; init; }

    /// <summary>0, 1 (<c>-v</c>: more remarks) or 2 (<c>-vv</c>: stack traces of unexpected failures).</summary>
    public int Verbosity { get; init; }

    /// <summary>No redrawing, whatever the terminal can do (<c>--plain</c>): for screen readers and logs.</summary>
    public bool Plain { get; init; }
}
