using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Entries;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Log;

/// <summary><c>log subject BUNDLE --salt FILE</c>: one person's history, found by the salt that was given to that person.</summary>
internal static class SubjectCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("BUNDLE") { Description = "an export of the log; verify it first" };
        var salt = new Option<string>("--salt") { Description = "the person's salt: 32 bytes, or 64 hexadecimal digits", Required = true };
        return new Command("subject", "Finds every entry that concerns one person.") { path, salt }.Runs((parse, _) =>
        {
            var key = LogFiles.Salt(parse.GetValue(salt)!);
            using var bundle = LogFiles.Open(parse.GetValue(path)!);
            var mine = BundleCheck.Run(bundle).Entries.Where(e => e.Entry.Subject is { } subject && subject == SubjectReference.Of(key, e.Entry.Id)).ToList();
            return CommandResult.Done(new JsonObject { ["complete"] = bundle.IsComplete, ["entries"] = new JsonArray([.. mine.Select(EntryLine.Json)]) }, o =>
            {
                foreach (var entry in mine)
                    o.WriteLine(EntryLine.Text(entry));
                o.WriteLine($"{(mine.Count == 1 ? "1 entry" : $"{mine.Count} entries")} of this person{(bundle.IsComplete ? "; the bundle holds every entry of its range, so none is missing from it" : "; the bundle holds a selection, there may be more")}");
            });
        });
    }
}
