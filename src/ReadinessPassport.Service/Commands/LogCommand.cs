using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Service.Commands;

/// <summary><c>passport-hub log export</c>: a bundle that <c>passport-review log verify</c> verifies anywhere.</summary>
internal static class LogCommand
{
    public static Command Create() => new("log", "The hub's log.") { Export() };

    private static Command Export()
    {
        var output = new Option<string>("--out") { Description = "the bundle; a new file", Required = true, HelpName = "BUNDLE.zip" };
        var all = new Option<bool>("--all") { Description = "the whole log, so that the tree can be rebuilt; the same as giving no range" };
        var from = new Option<DateTimeOffset?>("--from") { Description = "not before this day or moment" };
        var to = new Option<DateTimeOffset?>("--to") { Description = "before this day or moment" };
        var agreement = new Option<string?>("--agreement") { Description = "only entries that name this agreement" };
        var decision = new Option<string?>("--decision") { Description = "only entries that name this decision" };
        var policies = new Option<string>("--policies") { Description = "the policy folder the hub decides by", HelpName = "DIR", DefaultValueFactory = _ => "policies" };
        var demonstration = new Option<bool>("--demonstration") { Description = "the hub serves a demonstration" };
        var data = HubCommandOptions.Data();
        var command = new Command("export", "Exports the log for a reviewer, up to its newest witnessed checkpoint.") { output, all, from, to, agreement, decision, policies, demonstration, data };
        command.Validators.Add(r =>
        {
            if (r.GetValue(all) && (r.GetValue(from) ?? r.GetValue(to)) is not null)
                r.AddError("--all takes no range");
        });
        return command.Runs(async (parse, context) =>
        {
            var path = Path.GetFullPath(parse.GetValue(output)!);
            if (File.Exists(path))
                throw LogErrors.Exists(parse.GetValue(output)!);
            var request = new BundleRequest { From = parse.GetValue(from), To = parse.GetValue(to), Agreement = parse.GetValue(agreement), Decision = parse.GetValue(decision) };
            var folder = Path.GetFullPath(parse.GetValue(data)!);
            await using var storage = await HubCommandOptions.OpenAsync(folder, context.Cancel);
            await using var database = storage.Web();
            var export = new BundleExport(database, new Agencies(database), new LogKey(new HubKeys(folder), Options.Create(new LogOptions())));
            var temporary = path + ".part";
            long entries;
            string sha256;
            try
            {
                await using (var file = File.Create(temporary, 1 << 20))
                {
                    entries = await export.WriteAsync(file, request, BundlePolicies.Read(Path.GetFullPath(parse.GetValue(policies)!), parse.GetValue(demonstration)), context.Cancel);
                    file.Position = 0;
                    sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, context.Cancel));
                }
                File.Move(temporary, path);
            }
            finally
            {
                File.Delete(temporary);
            }
            return CommandResult.Done(
                new JsonObject { ["file"] = path, ["entries"] = entries, ["sha256"] = sha256 },
                string.Create(CultureInfo.InvariantCulture, $"{path}: a range of {entries:#,0} entries, SHA-256 {sha256}"));
        });
    }
}
