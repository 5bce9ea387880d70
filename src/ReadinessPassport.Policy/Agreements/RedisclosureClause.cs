using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>To whom a recipient may pass on, and the notice that says so.</summary>
public sealed class RedisclosureClause
{
    internal RedisclosureClause(YamlMap map)
    {
        Clause = map.Text("clause")!;
        Rule = ParametersJson.Rule(map.Text("rule")!);
        To = [.. map.Texts("to").Order(StringComparer.Ordinal)];
        Notice = map.Text("notice")!;
    }

    /// <summary>Such as <c>N1</c>.</summary>
    public string Clause { get; }

    /// <summary>The rule.</summary>
    public RedisclosureRule Rule { get; }

    /// <summary>With <see cref="RedisclosureRule.Listed"/>: to whom.</summary>
    public ImmutableArray<string> To { get; }

    /// <summary>The notice's id.</summary>
    public string Notice { get; }
}
