using System.CommandLine;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Keys;

/// <summary><c>key new</c>: an agency's identity, or a project's linkage secret in dealer mode.</summary>
internal static class NewKey
{
    public static Command Create()
    {
        var agency = new Option<string?>("--agency") { Description = "make the identity of this agency, such as MA.DESE", HelpName = "CODE" };
        var project = new Option<string?>("--project") { Description = "make a project's linkage secret, such as K-MA-2027-004; key ceremony does it without a dealer", HelpName = "KEY" };
        var epoch = new Option<int>("--epoch") { Description = "epoch of the linkage secret", DefaultValueFactory = _ => 1 };
        var into = new Option<string>("--out") { Description = "the agency's home folder, or the file of the linkage secret", Required = true, HelpName = "PATH" };
        var passphrase = PassphraseOption.Create();
        return new Command("new", "Make an agency's identity (--agency) or a project's linkage secret (--project).") { agency, project, epoch, into, passphrase }.Runs((parse, context) =>
        {
            var (code, key) = (parse.GetValue(agency), parse.GetValue(project));
            if (code is null == key is null)
                throw new PassportException(CommandErrors.Usage("give either --agency CODE or --project KEY", "passport-agency key new --help"));
            return code is not null ? Identity(code, parse.GetValue(into)!, parse.GetValue(passphrase)) : Secret(key!, parse.GetValue(epoch), parse.GetValue(into)!, parse.GetValue(passphrase));
        });
    }

    private static CommandResult Identity(string code, string home, string? passphraseFile)
    {
        if (!DataOwnerId.IsWellFormed(code))
            throw KeyErrors.BadName("the agency code", "MA.DESE");
        var (secret, open) = (Path.Combine(home, "identity.key"), Path.Combine(home, "identity.pub.json"));
        if (File.Exists(secret) || File.Exists(open))
            throw KeyErrors.Exists(File.Exists(secret) ? secret : open);
        using var passphrase = PassphraseOption.ReadNew(passphraseFile);
        using var identity = AgencyIdentity.New(new(code));
        NewFile.Write(secret, identity.ToFile(passphrase), secret: true);
        NewFile.Write(open, KeyFiles.Indented(identity.Public.ToJson()), secret: false);
        return CommandResult.Done(
            new JsonObject { ["agency"] = code, ["identity"] = secret, ["public"] = open, ["fingerprint"] = identity.Public.Fingerprint },
            $"{secret}: keep it and its passphrase at home\n{open}: give it to the hub and the other agencies\nfingerprint of {code}: {identity.Public.Fingerprint}");
    }

    private static CommandResult Secret(string project, int epoch, string path, string? passphraseFile)
    {
        if (File.Exists(path))
            throw KeyErrors.Exists(path);
        using var passphrase = PassphraseOption.ReadNew(passphraseFile);
        using var key = ProjectKey.New(project, epoch);
        NewFile.Write(path, key.ToFile(passphrase), secret: true);
        return KeyFiles.Made(key, path);
    }
}
