using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ReadinessPassport.Agency.Commands.Keys;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Transparency.Bundles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Witnesses;
using ReadinessPassport.Vocabulary;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary><c>passport-agency witness trust|look|watch</c>: an edge lies behind a firewall, so it asks; nothing calls it.</summary>
internal static class WatchCommand
{
    public static Command Trust()
    {
        var hub = Hub();
        var output = new Option<string>("--out") { Description = "the file of keys; a new file", Required = true, HelpName = "FILE" };
        return new Command("trust", "Writes down the log's key, for you to compare with the operator by telephone.") { hub, output }.Runs(async (parse, context) =>
        {
            using var log = new HubLog(parse.GetValue(hub)!);
            var key = await log.KeyAsync(context.Cancel);
            NewFile.Write(parse.GetValue(output)!, new BundleKeys([key], [], 0).Bytes, secret: false);
            var id = key.Id.ToString("x8", CultureInfo.InvariantCulture);
            return CommandResult.Done(
                new JsonObject { ["file"] = parse.GetValue(output), ["origin"] = key.Name, ["public_key"] = Convert.ToBase64String(key.PublicKey), ["key_id"] = id },
                $"{key.Name}\nkey {Convert.ToBase64String(key.PublicKey)}\nCompare it with the hub's operator by telephone before you rely on it.");
        });
    }

    public static Command Look()
    {
        var options = new WitnessOptions();
        return options.AddTo(new Command("look", "Looks at the log once, and cosigns its newest checkpoint if it extends the last one.")).Runs(async (parse, context) =>
        {
            using var identity = options.Identity(parse);
            using var log = new HubLog(parse.GetValue(options.Hub)!);
            var size = await LookAsync(log, options, parse, identity, context.Cancel);
            return CommandResult.Done(new JsonObject { ["size"] = size }, size is { } s ? string.Create(CultureInfo.InvariantCulture, $"cosigned the checkpoint of {s:#,0} entries") : "the log has no checkpoint yet");
        });
    }

    public static Command Watch()
    {
        var options = new WitnessOptions();
        var every = new Option<int>("--every") { Description = "seconds between looks", DefaultValueFactory = _ => 60 };
        every.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 86_400) r.AddError("--every takes 1 to 86400 seconds"); });
        var command = options.AddTo(new Command("watch", "Looks at the log again and again until it is stopped; a hub that does not answer is asked again, a log that was rewritten ends it."));
        command.Options.Add(every);
        return command.Runs(async (parse, context) =>
        {
            using var identity = options.Identity(parse);
            using var log = new HubLog(parse.GetValue(options.Hub)!);
            for (long? last = null; ;)
            {
                try
                {
                    if (await LookAsync(log, options, parse, identity, context.Cancel) is { } size && size != last)
                        context.Say(string.Create(CultureInfo.InvariantCulture, $"cosigned the checkpoint of {last = size:#,0} entries"));
                }
                catch (PassportException e) when (e.Error.Exit is ExitCode.Unreachable or ExitCode.SignIn)
                {
                    context.Say(e.Error.ToString());
                }
                await Task.Delay(TimeSpan.FromSeconds(parse.GetValue(every)), context.Cancel);
            }
        });
    }

    private static Option<string> Hub() => new("--hub") { Description = "the hub's address", Required = true, HelpName = "URL" };

    private static async Task<long?> LookAsync(HubLog log, WitnessOptions options, ParseResult parse, AgencyIdentity identity, CancellationToken ct)
    {
        SignedNote? shown;
        try
        {
            shown = await log.CheckpointAsync(ct);
            if (shown is null)
                return null;
            var head = Checkpoint.Parse(shown);
            var trusted = WitnessCommand.Keys(parse.GetValue(options.Trust)!).Log;
            var key = trusted.FirstOrDefault(k => k.Name == head.Origin && k.HasSigned(shown)) ?? trusted.FirstOrDefault() ?? throw BundleErrors.Unusable($"{parse.GetValue(options.Trust)} holds no key of a log.", "passport-agency witness trust --hub URL --out FILE");
            var signer = new NoteSigner(new NoteKey(identity.Agency.Code, identity.Public.SigningKey), identity.SignBytes);
            var state = parse.GetValue(options.State)!;
            switch (await new Witness(key, signer, new WitnessFile(state), TimeProvider.System).LookAsync(shown, (older, newer) => log.ConsistencyAsync(older, newer, ct)))
            {
                case WitnessAnswer.Cosigned cosigned:
                    await log.LeaveAsync(cosigned, identity, ct);
                    return cosigned.Size;
                case WitnessAnswer.Refused refused:
                    throw WitnessErrors.Refused(refused.Words, Evidence(state, refused));
                default:
                    throw new InvalidOperationException("a witness has two answers");
            }
        }
        catch (InvalidDataException)
        {
            throw WitnessErrors.Unexpected(parse.GetValue(options.Hub)!, "something that is no checkpoint or tile");
        }
    }

    private static string Evidence(string state, WitnessAnswer.Refused refused)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{state}.shown-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}");
        if (!File.Exists(path))
            NewFile.Write(path, System.Text.Encoding.UTF8.GetBytes(refused.Shown.ToString()), secret: false);
        return refused.Kept is null ? path : $"{path} and {state}";
    }
}
