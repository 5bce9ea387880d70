using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The limits of tables.</summary>
public sealed class AggregateTerms
{
    private readonly Func<string, int> _minimum;
    private readonly Func<string, bool> _zeros;

    internal AggregateTerms(YamlMap map)
    {
        _minimum = Of(map["minimum_cell"]!, t => int.Parse(t, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
        _zeros = Of(map["zeros"]!, t => t == "publish");
        PercentEnds = map.Int("percent_ends")!.Value;
        var suppression = map.Map("suppression")!;
        MinimumWidth = suppression.Int("minimum_width")!.Value;
        Audits = [.. suppression.Texts("audit").Order(StringComparer.Ordinal)];
        if (map.Map("differential_privacy") is { } noise)
            Budget = new PrivacyBudget(noise.Text("rho_total")!, noise.Text("rho_per_snapshot")!, [.. noise.Texts("tables").Order(StringComparer.Ordinal)]);
        Reviewers = [.. map.Map("review")!.Texts("by").Order(StringComparer.Ordinal)];
        BusinessDays = map.Map("review")!.Int("business_days")!.Value;
        PublicAfterReview = map.Text("public") == "after-review";
    }

    /// <summary>Percentages this near to an end are not printed exactly.</summary>
    public int PercentEnds { get; }

    /// <summary>The narrowest interval for a hidden count.</summary>
    public int MinimumWidth { get; }

    /// <summary>The audits that must pass.</summary>
    public ImmutableArray<string> Audits { get; }

    /// <summary>Noise; null for none.</summary>
    public PrivacyBudget? Budget { get; }

    /// <summary>Who approves.</summary>
    public ImmutableArray<string> Reviewers { get; }

    /// <summary>In how many business days.</summary>
    public int BusinessDays { get; }

    /// <summary>Whether a table may be published.</summary>
    public bool PublicAfterReview { get; }

    /// <summary>The smallest count that may be printed of a table to which a provider contributes.</summary>
    public int MinimumCell(string provider) => _minimum(provider);

    /// <summary>Whether zeros may be printed of a table to which a provider contributes.</summary>
    public bool PublishesZeros(string provider) => _zeros(provider);

    // One value for all, or one for each provider with a default.
    private static Func<string, T> Of<T>(YamlNode node, Func<string, T> read)
    {
        if (node is YamlScalar one)
        {
            var value = read(one.Text);
            return _ => value;
        }
        var each = ((YamlMap)node).Entries.ToFrozenDictionary(e => e.Key.Text, e => read(((YamlScalar)e.Value).Text), StringComparer.Ordinal);
        return provider => each.TryGetValue(provider, out var value) ? value : each["default"];
    }
}
