using System.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.KeyedEncoding.Keys.Ceremonies;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary>What every step of a ceremony needs: the agency's identity, its own state, and the folder of messages.</summary>
internal sealed class CeremonyOptions
{
    private const int MostMessages = 2000;

    private readonly Option<string> _identity = new("--identity") { Description = "this agency's identity.key", Required = true, HelpName = "FILE" };
    private readonly Option<string> _messages = new("--messages") { Description = "the folder of messages", Required = true, HelpName = "DIR" };
    private readonly Option<string?> _passphrase = PassphraseOption.Create();

    /// <summary>The file that this agency keeps between steps.</summary>
    public Option<string> State { get; } = new("--state") { Description = "sealed file that this agency keeps between the steps", Required = true, HelpName = "FILE" };

    /// <summary>Gives the options to a command.</summary>
    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[_identity, State, _messages, _passphrase])
            command.Options.Add(option);
        return command;
    }

    /// <summary>The passphrase of identity, state and key.</summary>
    public Passphrase Passphrase(ParseResult parse) => PassphraseOption.Read(parse.GetValue(_passphrase), $"Passphrase of {parse.GetValue(_identity)}: ");

    /// <summary>The agency.</summary>
    public AgencyIdentity Identity(ParseResult parse, Passphrase passphrase) => AgencyIdentity.Open(KeyFiles.Read(parse.GetValue(_identity)!), passphrase, parse.GetValue(_identity)!);

    /// <summary>The ceremony as it stands.</summary>
    public KeyCeremony Open(ParseResult parse, Passphrase passphrase, AgencyIdentity identity) => KeyCeremony.Open(KeyFiles.Read(parse.GetValue(State)!), passphrase, identity, parse.GetValue(State)!);

    /// <summary>All messages of a step that are there.</summary>
    public IReadOnlyList<byte[]> Posted(ParseResult parse, string step) =>
        [.. Directory.EnumerateFiles(parse.GetValue(_messages)!, $"{step}.*.json").Order(StringComparer.Ordinal).Take(MostMessages).Select(KeyFiles.Read)];

    /// <summary>Puts a message into the folder; the same step run again leaves what is there.</summary>
    public void Post(ParseResult parse, string name, byte[] message)
    {
        var path = Path.Combine(parse.GetValue(_messages)!, $"{name}.json");
        if (!File.Exists(path))
            NewFile.Write(path, message, secret: false);
    }
}
