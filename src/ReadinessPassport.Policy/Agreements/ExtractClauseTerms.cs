using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The conditions of a research extract.</summary>
public sealed class ExtractClauseTerms
{
    internal ExtractClauseTerms(YamlMap map)
    {
        var fields = map.Map("fields")!;
        YearMonthDates = fields.Text("dates") == "year-month";
        RegionGeography = fields.Text("geography") == "region";
        Quasi = fields.Texts("quasi").ToFrozenSet(StringComparer.Ordinal);
        KAnonymity = map.Int("k_anonymity")!.Value;
        DownloadAfterReview = map.Map("place")!.Text("download") == "after-review";
        Requires = [.. map.Texts("require").Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether dates may be as fine as a month; otherwise school years.</summary>
    public bool YearMonthDates { get; }

    /// <summary>Whether places may be as fine as a region; otherwise states.</summary>
    public bool RegionGeography { get; }

    /// <summary>Attributes rows may carry.</summary>
    public FrozenSet<string> Quasi { get; }

    /// <summary>Fewest rows that share their quasi-identifiers.</summary>
    public int KAnonymity { get; }

    /// <summary>Whether results may leave the enclave after review.</summary>
    public bool DownloadAfterReview { get; }

    /// <summary>Approvals that must lie before.</summary>
    public ImmutableArray<string> Requires { get; }
}
