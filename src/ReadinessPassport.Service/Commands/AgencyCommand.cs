using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Service.Commands;

/// <summary><c>passport-hub agency add|list|suspend</c>: whose records and whose staff this hub knows.</summary>
internal static class AgencyCommand
{
    public static Command Create() => new("agency", "Agencies that send records and whose staff sign in.") { Add(), List(), Suspend() };

    private static Command Add()
    {
        var (data, code) = (HubCommandOptions.Data(), Code());
        var name = new Option<string>("--name") { Description = "what people call the agency", Required = true, HelpName = "NAME" };
        var identity = new Option<string>("--public") { Description = "the identity.pub.json the agency's key new wrote; compare its fingerprint by telephone", Required = true, HelpName = "FILE" };
        return new Command("add", "Adds an agency, or gives a known one new keys.") { code, name, identity, data }.Runs(async (parse, context) =>
        {
            var agency = Parsed(parse.GetValue(code)!);
            var file = parse.GetValue(identity)!;
            var known = PublicIdentity.Read(file);
            if (known.Agency != agency)
                throw SignInErrors.AnotherAgency(file, agency);
            await using var storage = await HubCommandOptions.OpenAsync(parse.GetValue(data)!, context.Cancel);
            await using var database = storage.Web();
            await new Agencies(database).AddAsync(known, parse.GetValue(name)!, context.Cancel);
            await MachineClient.RegisterAsync(database, known, context.Cancel);
            return CommandResult.Done(new JsonObject { ["agency"] = agency.Code, ["fingerprint"] = known.Fingerprint }, $"{agency} is registered; fingerprint {known.Fingerprint}");
        });
    }

    private static Command List()
    {
        var data = HubCommandOptions.Data();
        return new Command("list", "Lists the agencies.") { data }.Runs(async (parse, context) =>
        {
            await using var storage = await HubCommandOptions.OpenAsync(parse.GetValue(data)!, context.Cancel);
            await using var database = storage.Web();
            var agencies = await new Agencies(database).ListAsync(context.Cancel);
            return CommandResult.Done(
                new JsonObject { ["agencies"] = new JsonArray([.. agencies.Select(a => new JsonObject { ["code"] = a.Code, ["name"] = a.Name, ["state"] = a.State, ["fingerprint"] = a.Fingerprint })]) },
                o => { foreach (var a in agencies) o.WriteLine($"{a.Code,-24} {a.State,-10} {a.Fingerprint}  {a.Name}"); });
        });
    }

    private static Command Suspend()
    {
        var (data, code) = (HubCommandOptions.Data(), Code());
        return new Command("suspend", "Suspends an agency: no sign-in, no tokens, no accepted uploads. Undone by adding it again.") { code, data }.Runs(async (parse, context) =>
        {
            var agency = Parsed(parse.GetValue(code)!);
            await using var storage = await HubCommandOptions.OpenAsync(parse.GetValue(data)!, context.Cancel);
            await using var database = storage.Web();
            await new Agencies(database).SuspendAsync(agency, context.Cancel);
            return CommandResult.Done(new JsonObject { ["agency"] = agency.Code, ["state"] = "suspended" }, $"{agency} is suspended");
        });
    }

    private static Argument<string> Code() => new("CODE") { Description = "the agency's code, such as MA.DESE" };

    internal static DataOwnerId Parsed(string code) =>
        DataOwnerId.IsWellFormed(code) ? new(code) : throw new PassportException("RP5019", ExitCode.Usage, "An agency code looks like MA.DESE.", "passport-hub agency list");
}
