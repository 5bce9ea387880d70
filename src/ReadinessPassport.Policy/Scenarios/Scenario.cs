using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>One test of an agreement: what is asked, and what must come of it.</summary>
public sealed class Scenario
{
    internal Scenario(string path, YamlMap file, YamlMap map, IReadOnlyDictionary<string, ConsentRecord> consents)
    {
        Path = path;
        Agreement = file.Text("agreement")!;
        Name = map.Text("name")!;
        Map = map;
        LawsAsTheyAre = file.Text("laws") == "as-they-are";
        Stubs = file.Texts("stubs");
        Signed = map.Text("signed") != "false";
        States = new AgreementStates
        {
            Suspended = [.. map.Texts("suspended")],
            Withdrawn = [.. map.Texts("withdrawn").Select(p => (Agreement, p))],
        };
        Request = ScenarioRequest.Of(map.Map("request")!);
        Consents = [.. map.Items("consent").OfType<YamlScalar>().Select(c => consents[c.Text])];
        Given = map["consent"] is YamlScalar state ? (ConsentState)Matrix.Consents.IndexOf(state.Text) : null;
        Expect = map.Map("expect")!;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The agreement it is about.</summary>
    public string Agreement { get; }

    /// <summary>What must be true, in words.</summary>
    public string Name { get; }

    /// <summary>What is asked.</summary>
    public AccessRequest Request { get; }

    internal YamlMap Map { get; }
    internal bool LawsAsTheyAre { get; }
    internal ImmutableArray<string> Stubs { get; }
    internal bool Signed { get; }
    internal AgreementStates States { get; }
    internal ImmutableArray<ConsentRecord> Consents { get; }
    internal ConsentState? Given { get; }
    internal YamlMap Expect { get; }
}
