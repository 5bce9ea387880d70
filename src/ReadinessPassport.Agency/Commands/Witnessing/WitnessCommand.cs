using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Witnesses;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary><c>passport-agency witness compare</c>: whether the log showed this agency and a neighbor the same history, without network; and the commands that watch.</summary>
internal static class WitnessCommand
{
    public static Command Create() => new("witness", "Watches the hub's log: an agency cosigns what it has seen, and compares it with its neighbors.") { WatchCommand.Trust(), WatchCommand.Look(), WatchCommand.Watch(), Compare() };

    private static Command Compare()
    {
        var own = new Argument<string>("MINE") { Description = "a checkpoint this agency kept" };
        var other = new Argument<string>("OTHER") { Description = "a checkpoint a neighbor kept, or one printed on the public register page" };
        var trust = new Option<string>("--trust") { Description = "a file with the log's keys, obtained apart from the log", Required = true };
        var proof = new Option<string?>("--proof") { Description = "the consistency proof the log gives between the two sizes, a JSON array of hashes or the answer of /api/log/proof" };
        return new Command("compare", "Compares two checkpoints of the log.") { own, other, trust, proof }.Runs((parse, _) =>
        {
            var (one, two) = (Read(parse.GetValue(own)!), Read(parse.GetValue(other)!));
            var (a, b) = (Checkpoint.Parse(one), Checkpoint.Parse(two));
            var verdict = Verdict(parse.GetValue(trust)!, one, two, Proof(parse.GetValue(proof)), parse.GetValue(other)!);
            if (verdict == ForkVerdict.Fork)
                throw WitnessErrors.Fork(Math.Min(a.Size, b.Size), Math.Max(a.Size, b.Size));
            var words = verdict == ForkVerdict.Same
                ? "one history"
                : $"the sizes differ: get /api/log/proof?older={Math.Min(a.Size, b.Size)}&size={Math.Max(a.Size, b.Size)} and give it with --proof; a log that gives none, or one that does not fit, has two histories";
            return new CommandResult(verdict == ForkVerdict.Same ? Vocabulary.ExitCode.Done : Vocabulary.ExitCode.Findings,
                new JsonObject { ["verdict"] = verdict == ForkVerdict.Same ? "same" : "proof-needed", ["sizes"] = new JsonArray(a.Size, b.Size) }, o => o.WriteLine(words));
        });
    }

    /// <summary>Reads a file of keys.</summary>
    internal static BundleKeys Keys(string trust)
    {
        try
        {
            return BundleKeys.Parse(File.ReadAllBytes(trust));
        }
        catch (InvalidDataException e)
        {
            throw BundleErrors.Unusable($"{trust}: {e.Message}.", "it has the form of keys.json in docs/formats/log-bundle.md; passport-agency witness trust writes one");
        }
    }

    private static ForkVerdict Verdict(string trust, SignedNote one, SignedNote two, IReadOnlyList<byte[]>? proof, string path)
    {
        var keys = Keys(trust);
        try
        {
            var key = keys.Log.FirstOrDefault(k => k.HasSigned(one) && k.HasSigned(two)) ?? throw new InvalidDataException("it and the other are not both signed by a key of the trust file");
            return ForkProof.Compare(key, one, two, proof);
        }
        catch (InvalidDataException e)
        {
            throw WitnessErrors.ProvesNothing(path, e.Message);
        }
    }

    private static SignedNote Read(string path)
    {
        try
        {
            var note = SignedNote.Parse(File.ReadAllText(path));
            Checkpoint.Parse(note);
            return note;
        }
        catch (InvalidDataException)
        {
            throw WitnessErrors.ProvesNothing(path, "it is no signed checkpoint");
        }
    }

    private static List<byte[]>? Proof(string? path)
    {
        if (path is null)
            return null;
        try
        {
            var json = JsonNode.Parse(File.ReadAllBytes(path));
            return [.. ((json as JsonObject)?["path"] as JsonArray ?? json as JsonArray ?? throw new FormatException()).Select(h => Convert.FromHexString((string?)h ?? ""))];
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw WitnessErrors.ProvesNothing(path, "it is no consistency proof");
        }
    }
}
