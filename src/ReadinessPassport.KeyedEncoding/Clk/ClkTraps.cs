using System.Text.Json;

namespace ReadinessPassport.KeyedEncoding.Clk;

/// <summary>Where the format does something else than its users think. Kept, for the same bits; told, for their sake.</summary>
internal static class ClkTraps
{
    /// <summary>One sentence for each trap that this schema steps into.</summary>
    public static IEnumerable<string> Of(JsonElement config, int workingLength, IReadOnlyList<ClkFeature> features)
    {
        if (config.TryGetProperty("xorFolds", out _))
            yield return "xorFolds has no effect: clkhash's documentation names it, its encoder reads xor_folds; so do we, for the same bits";
        if (workingLength > 65_536 && features.Any(f => f is { Ignored: false, DoubleHash: false }))
            yield return "blakeHash never sets a bit above 65,536: the filter is longer than it can use";
        foreach (var feature in features.Where(f => !f.Ignored))
        {
            if (feature.BitsPerToken == 1)
                yield return $"{feature.Identifier}: one bit per token; a single collision hides a token, and frequent tokens can be read off the bit's frequency";
            if (feature.BitsPerFeature == 0 || feature.BitsPerToken == 0 && feature.BitsPerFeature < 0)
                yield return $"{feature.Identifier}: sets no bit at all, but is not marked ignored";
            if (feature is { DoubleHash: true, PreventSingularity: false })
                yield return $"{feature.Identifier}: doubleHash without prevent_singularity sets a single bit for some tokens, and its patterns are known to attackers (Niedermeyer et al. 2014)";
            if (feature.Sentinel is not null && feature.Replacement is null)
                yield return $"{feature.Identifier}: the missing-value sentinel is encoded literally, so missing values resemble one another";
        }
        if (features.Any(f => f is { Ignored: false, Format.Type: ClkType.Text }))
            yield return "text is encoded as it stands: no case, white-space, accent or Unicode normalisation; two agencies that clean differently do not match";
        yield return "an unhardened filter hides nothing from somebody with a list of the same people, without any key (Kroll and Steinmetzer 2015): use it to move over, not for new cohorts";
    }
}
