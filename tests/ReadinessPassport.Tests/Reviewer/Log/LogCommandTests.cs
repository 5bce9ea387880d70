using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.Policy;
using ReadinessPassport.Tests.Policy;
using ReadinessPassport.Tests.Transparency.Bundles;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using Xunit;

namespace ReadinessPassport.Tests.Reviewer.Log;

public sealed class LogCommandTests : IDisposable
{
    private static readonly byte[] Salt = [.. Enumerable.Repeat((byte)7, 32)];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rp-log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_true_history_verifies_in_all_eight_steps()
    {
        var (exit, output, _) = await ReviewerRun.Async("verify", Save(History().Log.Bundle(0, null, 2)), "--trust", Trust(), "--demonstration");

        Assert.True(exit == 0, output);
        Assert.Contains("VERIFIED.  Proves: entries present and unchanged", output, StringComparison.Ordinal);
        Assert.Contains("2 decisions", output, StringComparison.Ordinal);
        Assert.Contains("1 disclosures, 1 releases", output, StringComparison.Ordinal);
        Assert.Contains("MA.DESE, MA.EEC (quorum 2 of 2)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("self-signed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_its_requester_approved_is_a_finding_and_no_failure()
    {
        var (exit, output, _) = await ReviewerRun.Async("verify", Save(History(reviewer: "MA.DESE").Log.Bundle()), "--demonstration", "--json");

        var json = JsonNode.Parse(output)!;
        Assert.Equal(3, exit);
        Assert.True((bool)json["verified"]!);
        Assert.Equal("RP8007", (string?)json["findings"]![0]!["code"]);
        Assert.Contains("approved by its requester (I11", (string?)json["findings"]![0]!["words"], StringComparison.Ordinal);
        Assert.True((bool)json["self_signed"]!);
    }

    [Fact]
    public async Task A_changed_clause_is_found_by_the_signatures_and_by_the_replay()
    {
        var history = History();
        var file = history.Log.Files.Single(f => f.Path.EndsWith("/agreements/MA-2027-004.yml", StringComparison.Ordinal));
        history.Log.Files.Remove(file);
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        Assert.Contains("evaluate-education-program", text, StringComparison.Ordinal);
        history.Log.Files.Add(new(file.Path, Encoding.UTF8.GetBytes(text.Replace("T-PK3-02", "T-PK3-01", StringComparison.Ordinal))));

        var (exit, output, _) = await ReviewerRun.Async("verify", Save(history.Log.Bundle()), "--demonstration", "--json");

        var codes = JsonNode.Parse(output)!["findings"]!.AsArray().Select(f => (string?)f!["code"]).ToHashSet();
        Assert.Equal(8, exit);
        Assert.Contains(BundleErrors.WrongDigest, codes);
        Assert.Contains(BundleErrors.AgreementUnsigned, codes);
        Assert.Contains(BundleErrors.ReplayDiffers, codes);
    }

    [Fact]
    public async Task A_decision_that_the_text_does_not_support_does_not_replay()
    {
        var history = History();
        var denial = new PolicyDecisionPoint(SignedPolicies.Folder).Decide(An.EvaluationTable with { Table = "T-NONE-99" });
        var forged = (JsonObject)denial.Record.Json.DeepClone();
        forged["result"] = "permit";
        history.Log.Append(EntryKinds.Decision, forged, agency: "MA.DESE", role: "program-analyst", refs: [("decision", denial.Id)]);

        var (exit, output, _) = await ReviewerRun.Async("verify", Save(history.Log.Bundle()), "--demonstration", "--json");

        Assert.Equal(8, exit);
        Assert.Contains(JsonNode.Parse(output)!["findings"]!.AsArray(), f => (string?)f!["code"] == "RP8006");
        Assert.Equal(history.Log.Entries.Count - 1, (int)JsonNode.Parse(output)!["first_bad_index"]!);
    }

    [Fact]
    public async Task A_disclosure_without_a_decision_before_it_and_a_consent_used_after_withdrawal_are_found()
    {
        var log = History().Log;
        log.Append(EntryKinds.Disclosure, new JsonObject { ["redisclosure_notice"] = "N-FERPA-99.33" }, refs: [("decision", "D-0000-0000")]);
        log.Append(EntryKinds.ConsentGiven, refs: [("consent", "C-1")]);
        log.Append(EntryKinds.ConsentRevoked, refs: [("consent", "C-1")]);
        log.Append(EntryKinds.ConsentUsed, refs: [("consent", "C-1")]);
        log.Append(EntryKinds.BudgetDebit, new JsonObject { ["spent"] = "1/10", ["left"] = "9/10" }, refs: [("agreement", "MA-2027-004")]);
        log.Append(EntryKinds.BudgetDebit, new JsonObject { ["spent"] = "1/10", ["left"] = "9/10" }, refs: [("agreement", "MA-2027-004")]);

        var (exit, output, _) = await ReviewerRun.Async("verify", Save(log.Bundle()), "--demonstration");

        Assert.Equal(3, exit);
        Assert.Contains("not in the log before it", output, StringComparison.Ordinal);
        Assert.Contains("consent C-1 was used after it was withdrawn", output, StringComparison.Ordinal);
        Assert.Contains("does not fit what the one before it left", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_prints_a_small_count_is_found()
    {
        var (exit, output, _) = await ReviewerRun.Async("verify", Save(History(csv: "town,count\nAshby,3\n").Log.Bundle()), "--demonstration");

        Assert.Equal(3, exit);
        Assert.Contains("RP8008", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_no_bundle_ends_with_8_and_a_missing_file_with_6()
    {
        var file = Save([1, 2, 3]);

        Assert.Equal(8, (await ReviewerRun.Async("verify", file)).Exit);
        Assert.Equal(8, (await ReviewerRun.Async("show", file)).Exit);
        Assert.Equal(6, (await ReviewerRun.Async("verify", file + ".missing")).Exit);
        Assert.Equal(2, (await ReviewerRun.Async("verify")).Exit);
        Assert.Equal(6, (await ReviewerRun.Async("subject", file, "--salt", file)).Exit);
    }

    [Fact]
    public async Task A_persons_salt_finds_all_their_entries_and_another_none()
    {
        var bundle = Save(History().Log.Bundle());
        await File.WriteAllTextAsync(_folder.FullName + "/salt", Convert.ToHexString(Salt) + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_folder.FullName + "/other", new byte[32], TestContext.Current.CancellationToken);

        Assert.Contains("1 entry of this person", (await ReviewerRun.Async("subject", bundle, "--salt", _folder.FullName + "/salt")).Out, StringComparison.Ordinal);
        Assert.Contains("0 entries of this person", (await ReviewerRun.Async("subject", bundle, "--salt", _folder.FullName + "/other")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_answers_by_decision_clause_and_agreement()
    {
        var history = History();
        var bundle = Save(history.Log.Bundle());

        Assert.Contains("\"clauses_for\"", (await ReviewerRun.Async("show", bundle, "--decision", history.Table)).Out, StringComparison.Ordinal);
        Assert.Contains("1 entry", (await ReviewerRun.Async("show", bundle, "--clause", "MA-2027-004:R1")).Out, StringComparison.Ordinal);
        Assert.Contains("0 entries", (await ReviewerRun.Async("show", bundle, "--clause", "MA-2027-004:R2")).Out, StringComparison.Ordinal);
        Assert.Contains("MA-2027-004@1: no certificate of destruction", (await ReviewerRun.Async("show", bundle, "--overdue-destruction", "2031-01-01")).Out, StringComparison.Ordinal);
    }

    private string Save(byte[] bundle)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + ".zip");
        File.WriteAllBytes(path, bundle);
        return path;
    }

    private string Trust()
    {
        var path = Path.Combine(_folder.FullName, "trust.json");
        File.WriteAllBytes(path, SmallLog.Keys.Bytes);
        return path;
    }

    /// <summary>A table is asked for, audited, approved and released; a passport is opened.</summary>
    private static (SmallLog Log, string Table) History(string reviewer = "MA.EEC", string csv = "town,count\nBoston,812\n")
    {
        var (log, folder) = (new SmallLog(), SignedPolicies.Folder);
        var policy = new PolicyDecisionPoint(folder);
        var table = Assert.IsType<Decision.Permit>(policy.Decide(An.EvaluationTable));
        var passport = policy.Decide(An.Passport, [An.Consent]);
        Assert.IsType<Decision.Permit>(passport);
        log.Append(EntryKinds.Decision, (JsonObject)table.Record.Json.DeepClone(), agency: "MA.DESE", role: "program-analyst", refs: [("decision", table.Id)]);
        log.Append(EntryKinds.AuditResult, new JsonObject { ["result"] = "pass" }, agency: "MA.LINKAGE", role: "hub", refs: [("release", "REL-1111-2222")]);
        log.Append(EntryKinds.Review, new JsonObject { ["verdict"] = "approve" }, agency: reviewer, role: "data-steward", refs: [("release", "REL-1111-2222")]);
        log.Append(EntryKinds.Release, new JsonObject { ["table"] = "T-PK3-02" }, agency: "MA.LINKAGE", role: "hub", refs: [("release", "REL-1111-2222"), ("decision", table.Id)]);
        log.Append(EntryKinds.Decision, (JsonObject)passport.Record.Json.DeepClone(), agency: "MA.EEC", refs: [("decision", passport.Id)]);
        log.Append(EntryKinds.Disclosure, new JsonObject { ["redisclosure_notice"] = "N-FERPA-99.33" }, SubjectReference.Of(Salt, "E-0000-0000-0005"), agency: "MA.EEC", refs: [("decision", passport.Id)]);
        log.Files.AddRange(SignedPolicies.Texts.Select(t => new BundleFile($"policies/{folder.Sha256}/{t.Path}", t.Bytes)));
        log.Files.AddRange(folder.Agreements.Where(a => folder.Signing(a).IsComplete).Select(a => new BundleFile($"prints/{a.Reference}.txt", Encoding.UTF8.GetBytes(AgreementPrint.Of(a, folder).Body))));
        log.Files.Add(new("releases/REL-1111-2222.csv", Encoding.UTF8.GetBytes(csv)));
        return (log, table.Id);
    }
}
