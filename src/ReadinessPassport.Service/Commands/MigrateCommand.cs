using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Platform.Storage;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Service.Commands;

/// <summary><c>passport-hub migrate</c>: brings the database to this version; safe to run any number of times and from several places at once.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var data = HubCommandOptions.Data();
        return new Command("migrate", "Brings the database to this version. Safe to repeat.") { data }.Runs(async (parse, context) =>
        {
            await using var storage = await HubStorage.OpenAsync(HubCommandOptions.Configuration(), Path.GetFullPath(parse.GetValue(data)!), context.Cancel);
            var ran = await Migrator.MigrateAsync(storage.Addresses, context.Cancel);
            return CommandResult.Done(
                new JsonObject { ["ran"] = new JsonArray([.. ran.Select(r => JsonValue.Create(r))]) },
                ran.Count == 0 ? "The database is up to date." : string.Join(Environment.NewLine, ran));
        });
    }
}
