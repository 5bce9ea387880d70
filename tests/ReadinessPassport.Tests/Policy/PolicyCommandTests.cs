using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

/// <summary>The reviewer's program itself, offline, on the shipped folder.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rp-policy-").FullName;

    public PolicyCommandTests()
    {
        foreach (var text in Policies.Texts)
        {
            var file = Path.Combine(_folder, text.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, text.Bytes.ToArray());
        }
    }

    private string Evaluation => Path.Combine(_folder, "agreements", "MA-2027-004.yml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_finds_missing_signatures_and_stubs_and_nothing_else_in_the_shipped_folder()
    {
        var (exit, output, _) = Run("policy", "check", _folder, "--json");

        var document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(3, exit);
        Assert.Equal("passport.policy-check/1", document.GetProperty("schema").GetString());
        Assert.Equal(0, document.GetProperty("scenarios_failed").GetInt32());
        Assert.Equal(54, document.GetProperty("law_packs").GetInt32());
        Assert.All(document.GetProperty("findings").EnumerateArray(), f => Assert.Matches("^RP60(20|30) ", f.GetString()));
    }

    [Fact]
    public void Matrix_prints_the_whole_agreement_in_a_few_lines()
    {
        var (exit, output, _) = Run("policy", "matrix", Evaluation, "--agreement-only");

        Assert.Equal(0, exit);
        Assert.StartsWith("1,360,800 cases, 1,050 allowed   (as if signed; agreement only)", output, StringComparison.Ordinal);
        Assert.Equal(6, output.Split('\n').Count(l => l.StartsWith("  ALLOW ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Diff_ends_with_findings_until_it_is_countersigned()
    {
        var old = Path.Combine(_folder, "..", Path.GetFileName(_folder) + "-old.yml");
        File.Copy(Evaluation, old);
        File.WriteAllText(Evaluation, File.ReadAllText(Evaluation).Replace("minimum_cell: 11", "minimum_cell: 10", StringComparison.Ordinal));
        try
        {
            var (exit, output, _) = Run("policy", "diff", old, Evaluation);
            Assert.Equal(3, exit);
            Assert.Contains("PARAMETER R1 minimum_cell: 11 -> 10   (looser)", output, StringComparison.Ordinal);
            Assert.Contains("NO NEW ACCESS: no", output, StringComparison.Ordinal);

            var digest = output.Split("diff sha256 ")[1].Split('\n', ' ')[0];
            var approved = Path.Combine(_folder, "approved.txt");
            File.WriteAllText(approved, digest + "   # read by both reviewers\n");
            Assert.Equal(0, Run("policy", "diff", old, Evaluation, "--require-countersigned", approved).Exit);
        }
        finally
        {
            File.Delete(old);
        }
    }

    [Fact]
    public void Signing_by_all_makes_an_agreement_whole_and_a_wrong_key_changes_nothing()
    {
        var keys = Path.Combine(_folder, "vocab", "signing-keys.yml");
        var entries = "readiness_passport: vocab/1\nkeys:\n";
        var people = new[] { ("MA.DESE", "R. Alvarez", "Commissioner"), ("MA.EEC", "J. Okafor", "Commissioner"), ("MA.DCF", "S. Lindgren", "Commissioner"), ("MA.LINKAGE", "P. Rao", "Director") };
        foreach (var (agency, name, title) in people)
        {
            var (exit, entry, _) = Run("policy", "key", "new", "--as", agency, "--name", name, "--title", title, "--out", Key(agency));
            Assert.Equal(0, exit);
            entries += entry;
        }
        File.WriteAllText(keys, entries);

        var before = File.ReadAllText(Evaluation);
        var (refused, _, error) = Run("policy", "sign", Evaluation, "--as", "MA.EEC", "--key", "file:" + Key("MA.DESE"), "--yes");
        Assert.Equal(8, refused);
        Assert.StartsWith("error RP6033", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Evaluation));

        foreach (var (agency, _, _) in people)
            Assert.Equal(0, Run("policy", "sign", Evaluation, "--as", agency, "--key", "file:" + Key(agency), "--yes").Exit);
        Assert.StartsWith("SIGNED by all", Run("policy", "print", Evaluation).Output, StringComparison.Ordinal);
        Assert.Equal(6, Run("policy", "key", "new", "--as", "MA.DESE", "--name", "x", "--title", "y", "--out", Key("MA.DESE")).Exit); // never over an old key

        string Key(string agency) => Path.Combine(_folder, agency + ".pem");
    }

    [Fact]
    public void Explain_says_what_would_change_a_refusal()
    {
        var request = Path.Combine(_folder, "request.txt");
        File.WriteAllText(request, """
            readiness_passport: request/1
            request:
              requester: {agency: MA.EEC, role: caseworker}
              purpose: coordinate-services
              mode: consented-individual
              contributors: {MA.DESE: [edu.attendance]}
              subject: {age_state: child, custody: parental, relation: caseload}
              at: "2027-06-01"
            consent: expired

            """);
        var (exit, output, _) = Run("policy", "explain", "--request", request, _folder, "--as-signed", "--laws-as-read");

        Assert.Equal(0, exit);
        Assert.StartsWith("DENY  MA.EEC caseworker asks for edu.attendance", output, StringComparison.Ordinal);
        Assert.Contains("E-CONSENT", output, StringComparison.Ordinal);
        Assert.Contains("What would change it: ", output, StringComparison.Ordinal);
        Assert.Contains("a consent on form CF-PASSPORT-1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_load_is_said_with_its_place_and_exit_code_6()
    {
        File.WriteAllText(Evaluation, File.ReadAllText(Evaluation).Replace("purposes: [evaluate-education-program]\ndata", "purposses: [evaluate-education-program]\ndata", StringComparison.Ordinal));

        var (exit, output, error) = Run("policy", "print", Evaluation);

        Assert.Equal((6, ""), (exit, output));
        Assert.StartsWith("error RP600", error, StringComparison.Ordinal);
        Assert.Contains("agreements/MA-2027-004.yml:", error, StringComparison.Ordinal);
        Assert.Equal(6, Run("policy", "print", Path.GetTempPath()).Exit);
        Assert.Equal(2, Run("policy", "print").Exit);
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "passport-review.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
