namespace ReadinessPassport.Vocabulary.CommandLine;

/// <summary>What a running command may say, and where: the streams, the options and the wish to stop.</summary>
public sealed class CommandContext
{
    private readonly Lock _turn = new();
    private bool _lineOpen;

    /// <summary>Makes a context on given streams.</summary>
    /// <param name="options">How to speak.</param>
    /// <param name="output">Data: what a program downstream reads.</param>
    /// <param name="error">Everything else: remarks, progress, errors.</param>
    /// <param name="interactive">Whether <paramref name="error"/> is a terminal that can redraw a line.</param>
    /// <param name="cancel">Fires when the command should stop.</param>
    public CommandContext(OutputOptions options, TextWriter output, TextWriter error, bool interactive = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Options, Out, Error, Cancel) = (options, output, error, cancel);
        Redraws = interactive && !options.Plain && !options.Json;
    }

    /// <summary>How to speak.</summary>
    public OutputOptions Options { get; }

    /// <summary>Standard output: data only.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Fires when the command should stop.</summary>
    public CancellationToken Cancel { get; }

    internal bool Redraws { get; }

    /// <summary>A remark on standard error; silent with <c>--quiet</c>.</summary>
    public void Say(string remark)
    {
        if (!Options.Quiet)
            WriteLine(remark);
    }

    /// <summary>A remark that only <c>-v</c> shows.</summary>
    public void Detail(string remark)
    {
        if (Options.Verbosity > 0)
            Say(remark);
    }

    /// <summary>A warning on standard error, also with <c>--quiet</c>.</summary>
    public void Warn(string warning) => WriteLine($"warning: {warning}");

    /// <summary>Starts a stage of work whose progress is shown: a bar on a terminal, otherwise a line at the start, every tenth and the end.</summary>
    /// <param name="name">One word, such as <c>encode</c>.</param>
    /// <param name="total">How much there is to do; null when nobody knows.</param>
    /// <param name="unit">What is counted, such as <c>rows</c> or <c>bytes</c>.</param>
    /// <returns>Report to it as work is done; dispose it at the end. It may be used from several threads.</returns>
    public ProgressStage Stage(string name, long? total = null, string unit = "rows") => new(this, name, total, unit);

    internal void Redraw(string text)
    {
        lock (_turn)
        {
            Error.Write($"\r\u001b[K{text}");
            _lineOpen = true;
        }
    }

    internal void WriteLine(string text)
    {
        lock (_turn)
        {
            if (_lineOpen)
                Error.Write("\r\u001b[K");
            _lineOpen = false;
            Error.WriteLine(text);
        }
    }

    internal void EndLine()
    {
        lock (_turn)
        {
            if (_lineOpen)
                Error.WriteLine();
            _lineOpen = false;
        }
    }
}
