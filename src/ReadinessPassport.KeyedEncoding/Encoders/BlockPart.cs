using ReadinessPassport.KeyedEncoding.Normalisation;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>What a blocking rule may take of a value, by the name that schemas use after the colon.</summary>
internal static class BlockPart
{
    /// <summary>The transforms, in the order of <see cref="PreparedValue.Block"/>; the empty one is the whole value.</summary>
    public static IReadOnlyList<string> Transforms { get; } = ["", "year", "month-day", "year-month", "year-day", "phonetic", "parts", "parts-phonetic", "nickname"];

    /// <summary>The texts a transform makes of a normalised value.</summary>
    /// <param name="transform">One of <see cref="Transforms"/>.</param>
    /// <param name="value">The normalised value.</param>
    public static IEnumerable<string> Of(string transform, NormalValue value) => transform switch
    {
        "" => value.IsWhole ? [value.Text] : [],
        "year" => [value.Text.Length >= 4 ? value.Text[..4] : value.Text],
        "month-day" => value.Text.Length == 8 ? [value.Text[4..]] : [],
        "year-month" => value.Text.Length >= 6 ? [value.Text[..6]] : [],
        "year-day" => value.Text.Length == 8 ? [value.Text[..4] + value.Text[6..]] : [],
        "phonetic" => [Phonetic.Code(value.Text)],
        "parts" => Words(value),
        "parts-phonetic" => Words(value).Select(Phonetic.Code).Distinct(StringComparer.Ordinal),
        "nickname" => [value.Nickname ?? value.Text],
        _ => throw new ArgumentException($"Unknown transform {transform}."),
    };

    private static IEnumerable<string> Words(NormalValue value) => value.Parts.Count > 0 ? value.Parts : value.Text.Split(' ');
}
