using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The conditions of a passport.</summary>
public sealed class IndividualTerms
{
    private readonly FrozenDictionary<string, ShownRung> _show;

    internal IndividualTerms(YamlMap map)
    {
        ConsentForms = [.. map.Texts("consent_forms").Order(StringComparer.Ordinal)];
        Exceptions = [.. map.Texts("exceptions").Order(StringComparer.Ordinal)];
        EmergencyApprovalAfter = map.Text("emergency_approval") == "after";
        LookBackYears = map.Int("look_back_years")!.Value;
        Relations = map.Has("relation") ? [.. map.Texts("relation").Order(StringComparer.Ordinal)] : ["caseload", "intake"];
        ConfirmedBySteward = map.Text("link_confirmation") != "by-rule";
        _show = (map.Map("show")?.Entries ?? []).ToFrozenDictionary(e => e.Key.Text, e => ParametersJson.Rung(((YamlScalar)e.Value).Text), StringComparer.Ordinal);
    }

    /// <summary>Forms on which a consent may stand.</summary>
    public ImmutableArray<string> ConsentForms { get; }

    /// <summary>Exceptions that may stand in for a consent; usually none.</summary>
    public ImmutableArray<string> Exceptions { get; }

    /// <summary>Whether an emergency may be approved afterwards.</summary>
    public bool EmergencyApprovalAfter { get; }

    /// <summary>How far back.</summary>
    public int LookBackYears { get; }

    /// <summary>What may tie the requester to the client.</summary>
    public ImmutableArray<string> Relations { get; }

    /// <summary>Whether stewards must have confirmed the links.</summary>
    public bool ConfirmedBySteward { get; }

    /// <summary>How much of a category is shown.</summary>
    public ShownRung Show(string category) => _show.GetValueOrDefault(category, ShownRung.StatusBand);
}
