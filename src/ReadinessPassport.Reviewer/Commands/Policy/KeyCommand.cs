using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy key new</c>: makes a signing key and prints the entry for <c>vocab/signing-keys.yml</c>.</summary>
internal static class KeyCommand
{
    public static Command Create() => new("key", "Keys with which agreements are signed.") { New() };

    private static Command New()
    {
        var agency = new Option<string>("--as") { Description = "the agency, such as MA.DESE", Required = true };
        var name = new Option<string>("--name") { Description = "the signatory, as the agreements name them", Required = true };
        var title = new Option<string>("--title") { Description = "their office", Required = true };
        var output = new Option<string>("--out") { Description = "where the private key goes; a new file, readable by its owner alone", Required = true };
        var from = new Option<string?>("--from") { Description = "first day it may sign, yyyy-MM-dd; today when left out" };
        return new Command("new", "Makes a signing key and prints its entry for vocab/signing-keys.yml.") { agency, name, title, output, from }.Runs((parse, context) =>
        {
            var code = parse.GetValue(agency)!;
            if (!DataOwnerId.IsWellFormed(code))
                throw new PassportException(CommandErrors.Usage($"'{code}' is no agency code", "an agency code looks like MA.DESE"));
            var day = parse.GetValue(from) ?? TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture); // already today in every zone west of Greenwich
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                throw new PassportException(CommandErrors.Usage("--from takes a day as yyyy-MM-dd"));
            var key = SigningKeyPair.New();
            SigningKeyFile.Write(parse.GetValue(output)!, key);
            var entry = new JsonObject
            {
                ["key_id"] = key.KeyIdFor(code),
                ["agency"] = code,
                ["name"] = parse.GetValue(name)!,
                ["title"] = parse.GetValue(title)!,
                ["public_key"] = Convert.ToHexStringLower(key.PublicKey),
                ["from"] = day,
                ["until"] = null,
            };
            return CommandResult.Done(
                new JsonObject { ["entry"] = entry, ["file"] = parse.GetValue(output)! },
                $"  - {{key_id: {entry["key_id"]}, agency: {code}, name: {Quoted(entry, "name")}, title: {Quoted(entry, "title")}, public_key: \"{entry["public_key"]}\", from: \"{day}\", until: null}}");
        });
    }

    private static string Quoted(JsonObject entry, string member) => "\"" + ((string)entry[member]!).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
