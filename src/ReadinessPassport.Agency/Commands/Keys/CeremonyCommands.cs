using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Keys.Ceremonies;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key ceremony</c>: a key without a dealer. Messages go through a folder that all agencies see; who carries it learns nothing and can change nothing unseen.</summary>
internal static class CeremonyCommands
{
    public static Command Create() => new("ceremony", "Make a project's key together, so that nobody chose it: start, reveal, finish, confirm; the same folder of messages at every step.")
    {
        Start(), Reveal(), Finish(), Confirm(),
    };

    private static Command Start()
    {
        var project = new Option<string>("--project") { Description = "such as K-MA-2027-004", Required = true, HelpName = "KEY" };
        var epoch = new Option<int>("--epoch") { Description = "epoch of the key", DefaultValueFactory = _ => 1 };
        var with = new Option<string[]>("--with") { Description = "identity.pub.json of each other agency; compare its six words first", Required = true, HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var step = new CeremonyOptions();
        return step.AddTo(new Command("start", "Commit to random bytes: the first message.") { project, epoch, with }).Runs((parse, _) =>
        {
            var others = parse.GetValue(with)!.Select(KeyFiles.ReadPublic).ToList();
            if (File.Exists(parse.GetValue(step.State)!))
                throw KeyErrors.Exists(parse.GetValue(step.State)!);
            using var word = step.Passphrase(parse);
            using var identity = step.Identity(parse, word);
            using var ceremony = KeyCeremony.Start(parse.GetValue(project)!, parse.GetValue(epoch), identity, others);
            NewFile.Write(parse.GetValue(step.State)!, ceremony.ToFile(word), secret: true);
            step.Post(parse, $"commitment.{identity.Agency}", ceremony.Commit());
            return Done(ceremony, "start", "committed; when all commitments are there: key ceremony reveal");
        });
    }

    private static Command Reveal()
    {
        var step = new CeremonyOptions();
        return step.AddTo(new Command("reveal", "Reveal the random bytes, sealed to each other agency; only after all have committed.")).Runs((parse, _) =>
        {
            using var word = step.Passphrase(parse);
            using var identity = step.Identity(parse, word);
            using var ceremony = step.Open(parse, word, identity);
            foreach (var (to, message) in ceremony.Reveal(step.Posted(parse, "commitment")))
                step.Post(parse, $"reveal.{identity.Agency}.{to.Agency}", message);
            return Done(ceremony, "reveal", "revealed; when all reveals are there: key ceremony finish");
        });
    }

    private static Command Finish()
    {
        var into = new Option<string>("--out") { Description = "the project's key", Required = true, HelpName = "FILE" };
        var step = new CeremonyOptions();
        return step.AddTo(new Command("finish", "Make the key of all reveals and confirm it to the others.") { into }).Runs((parse, _) =>
        {
            var path = parse.GetValue(into)!;
            if (File.Exists(path))
                throw KeyErrors.Exists(path);
            using var word = step.Passphrase(parse);
            using var identity = step.Identity(parse, word);
            using var ceremony = step.Open(parse, word, identity);
            var commitments = step.Posted(parse, "commitment");
            using var key = ceremony.Finish(commitments, step.Posted(parse, "reveal"));
            // Confirmed first: if we are killed between the two, the same command can be run again.
            step.Post(parse, $"confirmation.{identity.Agency}", ceremony.Confirm(key, commitments));
            NewFile.Write(path, key.ToFile(word), secret: true);
            return KeyFiles.Made(key, path);
        });
    }

    private static Command Confirm()
    {
        var file = new Argument<string>("FILE") { Description = "the project's key" };
        var step = new CeremonyOptions();
        return step.AddTo(new Command("confirm", "Check that every agency came to the same key; name the one that did not.") { file }).Runs((parse, _) =>
        {
            using var word = step.Passphrase(parse);
            using var identity = step.Identity(parse, word);
            using var ceremony = step.Open(parse, word, identity);
            var path = parse.GetValue(file)!;
            using var key = ProjectKey.Open(KeyFiles.Read(path), word, path);
            ceremony.Check(key, step.Posted(parse, "commitment"), step.Posted(parse, "confirmation"));
            return Done(ceremony, "confirm", $"all {ceremony.Parties.Count} agencies hold the same key: {key.Fingerprint}");
        });
    }

    private static CommandResult Done(KeyCeremony ceremony, string step, string text) => CommandResult.Done(
        new JsonObject { ["project"] = ceremony.Project, ["epoch"] = ceremony.Epoch, ["step"] = step, ["agencies"] = new JsonArray([.. ceremony.Parties.Select(p => (JsonNode)p.Agency.Code)]) }, text);
}
