using System.Text;
using ReadinessPassport.Policy;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

public sealed class LoaderTests
{
    private const string Evaluation = "agreements/MA-2027-004.yml";
    private const string Marks = "{}[]:,-&*!|>'\"#%@\n x1\u0301\u200b";
    private static readonly PolicyOptions s_options = new() { SignaturesAsGiven = true };

    // Each row changes one text of a file that loads: what must be said, where, and nothing else.
    public static TheoryData<string, string, string, string, int> Mistakes => new()
    {
        { Evaluation, "title: \"Preschool", "title: \"\u00e9\u0065\u0301Preschool", "RP6001", 8 },
        { Evaluation, "status: active", "status: &a active", "RP6002", 7 },
        { Evaluation, "status: active", "status: !!str active", "RP6002", 7 },
        { Evaluation, "status: active", "status: *a", "RP6002", 7 },
        { Evaluation, "status: active", "<<: {status: active}", "RP6002", 7 },
        { Evaluation, "status: active", "? [status]\n: active", "RP6002", 7 },
        { Evaluation, "version: 1", "version: 1\nversion: 1", "RP6003", 5 },
        { Evaluation, "purposes: [evaluate-education-program]\ndata", "purposes: [evaluate-education-program, evaluate-education-program]\ndata", "RP6003", 39 },
        { Evaluation, "version: 1", "version: 1\nremarks: none", "RP6004", 5 },
        { Evaluation, "    percent_ends: 5 ", "    # percent_ends: 5 ", "RP6005", 60 },
        { Evaluation, "version: 1", "version: 01", "RP6006", 4 },
        { Evaluation, "version: 1", "version: \"1\"", "RP6006", 4 },
        { Evaluation, "effective: \"2027-01-15\"", "effective: 2027-01-15", "RP6006", 86 },
        { Evaluation, "effective: \"2027-01-15\"", "effective: \"2027-02-30\"", "RP6006", 86 },
        { Evaluation, "minimum_cell: 11", "minimum_cell: 9", "RP6006", 68 },
        { Evaluation, "title: \"Preschool to Grade 3: outcomes of publicly supported early education, with child-welfare involvement\"", "title: no", "RP6006", 8 },
        { Evaluation, "kind: data-sharing ", "kind: data-shearing ", "RP6007", 2 },
        { Evaluation, "roles: [program-analyst]}", "roles: [program-analist]}", "RP6007", 66 },
        { Evaluation, "categories: [cw.involvement-level]", "categories: [cw.involvement-l\u0435vel]", "RP6007", 43 },
        { Evaluation, "tables: [T-PK3-01, T-PK3-02]", "tables: [T-PK3-01, T-PK3-03]", "RP6008", 67 },
        { Evaluation, "law: us.capta", "law: us.capita", "RP6008", 37 },
        { Evaluation, "under: MA-2026-001", "under: MA-2026-002", "RP6008", 6 },
        { Evaluation, "notice: N-FERPA-99.33", "notice: N-FERPA-99.34", "RP6008", 83 },
        { Evaluation, "clause: D2,", "clause: D1,", "RP6009", 42 },
        { Evaluation, "clause: X3,", "clause: R9,", "RP6009", 81 },
        { Evaluation, "never: [cw.51a-report,", "never: [cw.51a-report, edu.enrollment,", "RP6010", 41 },
        { Evaluation, "key_holders: [MA.DCF, MA.DESE, MA.EEC] ", "key_holders: [MA.DCF, MA.DESE, MA.LINKAGE] ", "RP6010", 52 },
        { Evaluation, "  expires: \"2029-06-30\"", "  expires: \"2026-06-30\"", "RP6011", 87 },
        { Evaluation, "  percent_ends: 5 ", "  percent_ends: 5\n    k_anonymity: 5 ", "RP6012", 71 },
        { Evaluation, "purposes: [evaluate-education-program]\ndata", "purposes: [evaluate-education-program, public-health-activity]\ndata", "RP6013", 39 },
        { Evaluation, "    protection:", "    # protection:", "RP6014", 20 },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_its_place_and_nothing_else_is(string path, string right, string wrong, string code, int line)
    {
        Assert.Contains(right, Policies.TextOf(path), StringComparison.Ordinal);
        var folder = PolicyFolder.Load(Policies.With(path, t => ReplaceFirst(t, right, wrong)), s_options);

        var problem = Assert.Single(folder.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(path, problem.Path);
        Assert.Equal(line, problem.Line);
        Assert.Null(folder.Find("MA-2027-004"));
        Assert.NotNull(folder.Find("MA-2027-009")); // other files still load
    }

    [Fact]
    public void An_unknown_key_is_answered_with_the_nearest_known_one()
    {
        var folder = PolicyFolder.Load(Policies.With(Evaluation, t => t.Replace("summary:", "sumary:", StringComparison.Ordinal)), s_options);

        Assert.Contains(folder.Problems, p => p.Code == "RP6004" && p.Found.Contains("sumary", StringComparison.Ordinal) && p.Expected == "'summary'");
    }

    [Fact]
    public void What_stands_under_an_agreement_that_does_not_load_does_not_load()
    {
        var folder = PolicyFolder.Load(Policies.With("agreements/MA-2026-001.yml", t => t.Replace("kind: enterprise-mou", "kind: enterprise-mob", StringComparison.Ordinal)), s_options);

        Assert.DoesNotContain(folder.Agreements, a => a.Id.StartsWith("MA-", StringComparison.Ordinal));
        Assert.Equal(2, folder.Problems.Count(p => p.Code == "RP6008"));
        Assert.NotNull(folder.Find("NE-2027-001"));
    }

    [Fact]
    public void A_broken_vocabulary_loads_nothing_and_everything_denies()
    {
        var folder = PolicyFolder.Load(Policies.With("vocab/roles.yml", _ => "codes: ["), s_options);

        Assert.Empty(folder.Agreements);
        Assert.Contains(new PolicyDecisionPoint(folder).Decide(An.EvaluationTable).Reasons, r => r.Code == ReasonCode.Indeterminate);
    }

    public static TheoryData<string> Hostile => new()
    {
        "a: &a [x]\nb: [*a, *a]",
        "a: &a {k: &b [l, l]}\nb: *a",
        "%YAML 1.1\n---\na: b",
        "a: !!python/object:os.system x",
        "a: b\n--- \nc: d",
        "{a: b",
        "\"\\x00\": a",
        "a: \u0007",
        "\ufeffa: b",
        "a: \u202eb",
        "- a\n- b",
        "a",
        "",
        "a: b\na: c",
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("{a: ", 50_000)),
        new string('a', 300_000),
        "a: >-\n\t- b",
        "? a\n: - b\n  -\tc\n? {d: e}\n: f",
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_yaml_is_refused_with_line_and_column(string text)
    {
        var problems = new List<TextProblem>();
        var map = StrictYaml.Read(new PolicyText("x.yml", Encoding.UTF8.GetBytes(text)), problems);

        Assert.Null(map);
        var problem = Assert.Single(problems);
        Assert.True(problem.Line >= 1 && problem.Column >= 1);
        Assert.Matches("^RP600[1-6]$", problem.Code);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_where_they_stand()
    {
        var problems = new List<TextProblem>();

        Assert.Null(StrictYaml.Read(new PolicyText("x.yml", new byte[] { (byte)'a', (byte)':', (byte)'\n', (byte)'b', 0xC3, 0x28 }), problems));
        Assert.Equal(("RP6001", 2), (problems[0].Code, problems[0].Line));
    }

    [Theory]
    [InlineData("yes"), InlineData("NO"), InlineData("on"), InlineData("~"), InlineData("null"), InlineData("1.10"), InlineData("0x1F"), InlineData("1_000"), InlineData("12:30"), InlineData("2027-01-15"), InlineData(".5"), InlineData("1e3"), InlineData("")]
    public void A_text_that_another_reader_would_misread_must_be_quoted(string text)
    {
        var folder = PolicyFolder.Load(Policies.With("agreements/MA-2026-001.yml", t => ReplaceFirst(t, "title: \"Enterprise memorandum of the Readiness Cabinet agencies\"", "title: " + text)), s_options);

        Assert.Contains(folder.Problems, p => p.Code == "RP6006" && p.Line == 6);
    }

    [Fact]
    public void Ten_thousand_mutations_never_crash_and_never_load_with_an_unknown_key()
    {
        var random = new Random(6);
        var shape = AgreementShapes.Of(Policies.Shipped.Laws.Values);
        var known = KnownKeys();
        var loaded = 0;
        foreach (var path in new[] { Evaluation, "agreements/MA-2027-009.yml", "agreements/NE-2027-001.yml", "agreements/MA-2026-001.yml" })
        {
            var original = Policies.TextOf(path);
            for (var i = 0; i < 2_500; i++)
            {
                var mutated = Mutate(original, random);
                var problems = new List<TextProblem>();
                if (StrictYaml.Read(new PolicyText(path, Encoding.UTF8.GetBytes(mutated)), problems) is not { } map)
                    continue;
                shape.Check(map, new ShapeContext(path, Policies.Shipped.Codes, problems));
                if (problems.Count > 0)
                    continue;
                loaded++;
                Assert.All(Keys(map), k => Assert.Contains(k, known));
                Assert.NotNull(shape.ToJson(map));
                if (loaded % 10 == 0)
                    _ = PolicyFolder.Load(Policies.Plus(path, mutated), Policies.AsSigned); // whatever it says, it does not throw
            }
        }
        Assert.InRange(loaded, 100, 9_999);
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at));
                    break;
                case 1:
                    mutated.Insert(at, Marks[random.Next(Marks.Length)]);
                    break;
                case 2:
                    mutated[at] = (char)random.Next(32, 127);
                    break;
                case 3:
                    mutated.Insert(at, mutated.ToString(random.Next(mutated.Length / 2), 20));
                    break;
                default:
                    var words = text.Split(' ', '\n');
                    mutated.Replace(words[random.Next(words.Length)] is { Length: > 0 } word ? word : "a", words[random.Next(words.Length)], at, Math.Min(200, mutated.Length - at));
                    break;
            }
        }
        return mutated.ToString();
    }

    // Every key any shipped text has, and every code that may be a key.
    private static HashSet<string> KnownKeys()
    {
        var keys = Policies.Shipped.Codes.Codes(CodeLists.Agencies).Concat(Policies.Shipped.Codes.Codes(CodeLists.Categories)).ToHashSet(StringComparer.Ordinal);
        keys.UnionWith(["default", "to", "order", "court", "designation", "certificate", "exceptions", "emergency_approval", "counsel", "rho_total", "rho_per_snapshot", "small_true_cells", "withdraw", "extract_days", "any_provider", "new_releases"]);
        foreach (var text in Policies.Texts.Where(t => t.Path.StartsWith("agreements/", StringComparison.Ordinal)))
            keys.UnionWith(Keys(StrictYaml.Read(text, [])!));
        return keys;
    }

    private static IEnumerable<string> Keys(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(e => Keys(e.Value).Prepend(e.Key.Text)),
        YamlList list => list.Items.SelectMany(Keys),
        _ => [],
    };

    private static string ReplaceFirst(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + @new + text[(at + old.Length)..];
    }
}
