using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Platform.SignIn;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Service.Commands;

/// <summary><c>passport-hub user add|list</c>: staff who sign in at the issuer inside the hub.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Staff accounts of the issuer inside the hub.") { Add(), List() };

    private static Command Add()
    {
        var data = HubCommandOptions.Data();
        var email = new Argument<string>("EMAIL") { Description = "the work address the person signs in with" };
        var agency = new Option<string>("--agency") { Description = "whose staff", Required = true, HelpName = "CODE" };
        var role = new Option<string[]>("--role") { Description = string.Join(", ", Roles.OfPeople), Required = true, HelpName = "ROLE" };
        var password = new Option<string>("--password-file") { Description = "a file with the password, or - for standard input; never on the command line", Required = true, HelpName = "FILE" };
        return new Command("add", "Opens an account, or gives an existing one another password, agency and roles.") { email, agency, role, password, data }.Runs(async (parse, context) =>
        {
            var code = AgencyCommand.Parsed(parse.GetValue(agency)!);
            var file = parse.GetValue(password)!;
            var secret = (file == "-" ? await Console.In.ReadToEndAsync(context.Cancel) : await File.ReadAllTextAsync(file, context.Cancel)).TrimEnd('\r', '\n');
            await using var storage = await HubCommandOptions.OpenAsync(parse.GetValue(data)!, context.Cancel);
            await using var database = storage.Web();
            var person = await new People(database, TimeProvider.System).AddAsync(parse.GetValue(email)!, code, parse.GetValue(role)!, secret, context.Cancel);
            return CommandResult.Done(
                new JsonObject { ["id"] = person.Id.ToString(), ["agency"] = person.Agency, ["roles"] = new JsonArray([.. person.Roles.Select(r => JsonValue.Create(r))]) },
                $"{person.Email} may sign in for {person.Agency} as {string.Join(", ", person.Roles)}");
        });
    }

    private static Command List()
    {
        var data = HubCommandOptions.Data();
        return new Command("list", "Lists the accounts.") { data }.Runs(async (parse, context) =>
        {
            await using var storage = await HubCommandOptions.OpenAsync(parse.GetValue(data)!, context.Cancel);
            await using var database = storage.Web();
            var people = await new People(database, TimeProvider.System).ListAsync(context.Cancel);
            return CommandResult.Done(
                new JsonObject { ["users"] = new JsonArray([.. people.Select(p => new JsonObject { ["id"] = p.Id.ToString(), ["email"] = p.Email, ["agency"] = p.Agency, ["roles"] = new JsonArray([.. p.Roles.Select(r => JsonValue.Create(r))]) })]) },
                o => { foreach (var p in people) o.WriteLine($"{p.Agency,-24} {p.Email,-40} {string.Join(", ", p.Roles)}"); });
        });
    }
}
