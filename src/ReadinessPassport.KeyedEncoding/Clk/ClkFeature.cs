using System.Numerics;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>One column of a linkage schema and how its values become bits.</summary>
public sealed class ClkFeature
{
    /// <summary>The column's name.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether it contributes nothing; it still takes up its place and its keys.</summary>
    public bool Ignored { get; init; }

    internal ClkFormat Format { get; init; } = new() { Type = ClkType.Text };

    internal ClkComparison Comparison { get; init; } = new() { Kind = ClkComparisonKind.Exact };

    internal bool DoubleHash { get; init; }

    internal bool PreventSingularity { get; init; }

    internal int BitsPerToken { get; init; }

    internal int BitsPerFeature { get; init; }

    internal string? Sentinel { get; init; }

    internal string? Replacement { get; init; }
}

internal enum ClkType
{
    Text,
    Integer,
    Date,
    Enumeration,
}

internal enum ClkComparisonKind
{
    NGram,
    Exact,
    Numeric,
}

/// <summary>How a value must look.</summary>
internal sealed class ClkFormat
{
    public required ClkType Type { get; init; }

    public ClkTextEncoding Encoding { get; init; } = ClkTextEncoding.Utf8;

    public System.Text.RegularExpressions.Regex? Pattern { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Case { get; init; }

    public BigInteger? Minimum { get; init; }

    public BigInteger? Maximum { get; init; }

    public PythonDate? Date { get; init; }

    public IReadOnlySet<string>? Values { get; init; }
}

/// <summary>How a value is cut into tokens.</summary>
internal sealed class ClkComparison
{
    public required ClkComparisonKind Kind { get; init; }

    public int N { get; init; }

    public bool Positional { get; init; }

    public BigInteger Distance { get; init; }

    public int Resolution { get; init; }

    public int Precision { get; init; }
}
