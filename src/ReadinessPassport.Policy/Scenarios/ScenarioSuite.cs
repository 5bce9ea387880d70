using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The scenarios of a folder, and what it takes to run them: signatures and laws as each asks.</summary>
public sealed class ScenarioSuite
{
    private readonly IReadOnlyList<PolicyText> _texts;
    private readonly Dictionary<string, PolicyFolder> _folders = new(StringComparer.Ordinal);

    private ScenarioSuite(IReadOnlyList<PolicyText> texts, ImmutableArray<Scenario> scenarios, ImmutableArray<TextProblem> problems) => (_texts, Scenarios, Problems) = (texts, scenarios, problems);

    /// <summary>Every scenario, file by file.</summary>
    public ImmutableArray<Scenario> Scenarios { get; }

    /// <summary>What keeps scenario files from loading.</summary>
    public ImmutableArray<TextProblem> Problems { get; }

    /// <summary>Loads the scenarios of a folder.</summary>
    public static ScenarioSuite Load(IReadOnlyList<PolicyText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var codes = PolicyFolder.Load(texts, new() { SignaturesAsGiven = true }).Codes;
        var problems = new List<TextProblem>();
        var consents = new Dictionary<string, ConsentRecord>(StringComparer.Ordinal);
        foreach (var map in Read("scenarios/consents/", ScenarioShapes.Consent))
            consents[map.Map.Text("id")!] = ScenarioConsent.Of(map.Map);
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        foreach (var (path, map) in Read("scenarios/", ScenarioShapes.File))
        {
            foreach (var one in map.Maps("cases"))
            {
                if (one.Items("consent").OfType<YamlScalar>().FirstOrDefault(c => !consents.ContainsKey(c.Text)) is { } unknown)
                    problems.Add(new(PolicyCodes.Unresolved, path, unknown.Line, unknown.Column, $"'{unknown.Text}'", "a consent of scenarios/consents/"));
                else
                    scenarios.Add(new Scenario(path, map, one, consents));
            }
        }
        return new ScenarioSuite(texts, scenarios.ToImmutable(), [.. problems]);

        IEnumerable<(string Path, YamlMap Map)> Read(string folder, MapShape shape)
        {
            foreach (var text in texts.Where(t => t.Path.StartsWith(folder, StringComparison.Ordinal) && t.Path.LastIndexOf('/') == folder.Length - 1 && t.Path.EndsWith(".yml", StringComparison.Ordinal)).OrderBy(t => t.Path, StringComparer.Ordinal))
            {
                var before = problems.Count;
                if (StrictYaml.Read(text, problems) is not { } map)
                    continue;
                shape.Check(map, new ShapeContext(text.Path, codes, problems));
                if (problems.Count == before)
                    yield return (text.Path, map);
            }
        }
    }

    /// <summary>Runs one scenario against the folder it was loaded with.</summary>
    public ScenarioResult Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var decision = Decide(scenario, FolderFor(scenario));
        return new ScenarioResult(scenario, [.. ScenarioExpectation.Differences(scenario.Expect, decision)], ScenarioExpectation.Line(decision));
    }

    internal static Decision Decide(Scenario scenario, PolicyFolder folder) =>
        new PolicyDecisionPoint(folder, scenario.States).Decide(scenario.Request, scenario.Consents, GivenStates.Everywhere(scenario.Given));

    internal static PolicyOptions OptionsFor(Scenario scenario) => new()
    {
        SignaturesAsGiven = scenario.Signed,
        LawsAsRead = !scenario.LawsAsTheyAre,
        Demonstration = true,
        KeptStubs = scenario.Stubs.ToHashSet(StringComparer.Ordinal),
    };

    private PolicyFolder FolderFor(Scenario scenario)
    {
        var key = $"{scenario.Signed} {scenario.LawsAsTheyAre} {string.Join(',', scenario.Stubs)}";
        if (!_folders.TryGetValue(key, out var folder))
            _folders[key] = folder = PolicyFolder.Load(_texts, OptionsFor(scenario));
        return folder;
    }
}
