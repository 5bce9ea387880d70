using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Service.Commands;

/// <summary><c>passport-hub serve</c>: runs the hub in one of its roles until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "web (pages and API), linkage-unit (links), or all", HelpName = "ROLE", DefaultValueFactory = _ => "all" }.AcceptOnlyFromAmong("web", "linkage-unit", "all");
        var urls = new Option<string>("--urls") { Description = "where to listen, several joined by ;", HelpName = "URL", DefaultValueFactory = _ => HubOptions.DefaultUrls };
        var publicUrl = new Option<string?>("--public-url") { Description = "the address others use, when a proxy stands before the hub", HelpName = "URL" };
        var data = HubCommandOptions.Data();
        var policies = new Option<string>("--policies") { Description = "vocabularies, law packs and agreements", HelpName = "DIR", DefaultValueFactory = _ => "policies" };
        var demonstration = new Option<bool>("--demonstration") { Description = "say on every page that the children are made up, and accept packs read for demonstration" };
        return new Command("serve", "Runs the hub until it is told to stop.") { role, urls, publicUrl, data, policies, demonstration }.Runs(async (parse, context) =>
        {
            var options = new HubOptions
            {
                Role = parse.GetValue(role) switch { "web" => HubRole.Web, "linkage-unit" => HubRole.LinkageUnit, _ => HubRole.All },
                Urls = Checked(parse.GetValue(urls)!),
                PublicUrl = parse.GetValue(publicUrl) is { } p ? Checked(p) : null,
                Data = Path.GetFullPath(parse.GetValue(data)!),
                Policies = Path.GetFullPath(parse.GetValue(policies)!),
                Demonstration = parse.GetValue(demonstration),
            };
            await using var hub = await Hub.StartAsync(options, ct: context.Cancel);
            context.Say(options.ServesWeb ? $"The hub listens on {string.Join(", ", hub.Urls)}" : "The linkage unit waits for work");
            await hub.WaitForShutdownAsync(context.Cancel);
            return CommandResult.Nothing;
        });
    }

    private static string Checked(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new PassportException("RP5011", ExitCode.Usage, $"{url} is not an http or https address.", "passport-hub serve --urls http://127.0.0.1:8080");
        }
        return urls;
    }
}
