using System.CommandLine;
using ReadinessPassport.Agency.Commands.Keys;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary>The options of a command that witnesses; each command has its own.</summary>
internal sealed class WitnessOptions
{
    private readonly Option<string> _identity = new("--identity") { Description = "the agency's identity.key", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _passphrase = PassphraseOption.Create();

    public Option<string> Hub { get; } = new("--hub") { Description = "the hub's address", Required = true, HelpName = "URL" };

    public Option<string> Trust { get; } = new("--trust") { Description = "the log's key as `witness trust` wrote it and a telephone call confirmed it", Required = true, HelpName = "FILE" };

    public Option<string> State { get; } = new("--state") { Description = "where the last cosigned checkpoint is kept; back it up", Required = true, HelpName = "FILE" };

    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[Hub, _identity, Trust, State, _passphrase])
            command.Options.Add(option);
        return command;
    }

    public AgencyIdentity Identity(ParseResult parse) => KeyFiles.OpenIdentity(parse.GetValue(_identity)!, parse.GetValue(_passphrase));
}
