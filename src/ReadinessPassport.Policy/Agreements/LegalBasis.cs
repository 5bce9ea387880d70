using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>A clause of section B: the law a provider rests on, with what that law asks the agreement to say.</summary>
public sealed class LegalBasis
{
    internal LegalBasis(YamlMap map)
    {
        Clause = map.Text("clause")!;
        Provider = map.Text("provider")!;
        Law = map.Text("law")!;
        Citation = map.Text("cite")!;
        Map = map;
        AuthorizedRepresentatives = map.Texts("authorized_representatives").ToFrozenSet(StringComparer.Ordinal);
        HoldersBound = map.Texts("holders_bound").ToFrozenSet(StringComparer.Ordinal);
        if (map.Map("study")?.Items("duration").OfType<YamlScalar>().Select(s => DateOnly.ParseExact(s.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToArray() is [var from, var until])
            StudyDuration = (from, until);
    }

    /// <summary>Such as <c>B1</c>.</summary>
    public string Clause { get; }

    /// <summary>An agency, or <c>*</c> for each provider.</summary>
    public string Provider { get; }

    /// <summary>The law pack.</summary>
    public string Law { get; }

    /// <summary>The provision as the agreement cites it.</summary>
    public string Citation { get; }

    internal YamlMap Map { get; }
    internal FrozenSet<string> AuthorizedRepresentatives { get; }
    internal FrozenSet<string> HoldersBound { get; }
    internal (DateOnly From, DateOnly Until)? StudyDuration { get; }

    internal bool IsOf(string provider) => Provider == "*" || Provider == provider;

    /// <summary>Whether the clause fills a field that a law asks for; <c>a|b</c> asks for one of the two.</summary>
    internal bool Fills(string field) => field.Split('|').Any(Map.Has);
}
