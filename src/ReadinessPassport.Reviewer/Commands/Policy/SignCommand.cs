using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Policy;
using ReadinessPassport.Vocabulary;
using ReadinessPassport.Vocabulary.CommandLine;
using CommandResult = ReadinessPassport.Vocabulary.CommandLine.CommandResult;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>policy sign FILE --as AGENCY --key file:PATH</c>, and <c>policy sign --collect FILE COPY…</c></summary>
internal static class SignCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the agreement's file" };
        var copies = new Argument<string[]>("COPY") { Description = "with --collect: copies that others signed", Arity = ArgumentArity.ZeroOrMore };
        var agency = new Option<string?>("--as") { Description = "the party to sign for, such as MA.DESE" };
        var key = new Option<string?>("--key") { Description = "file:PATH of the signatory's private key" };
        var yes = new Option<bool>("--yes") { Description = "do not ask for the agency's code to be typed" };
        var collect = new Option<bool>("--collect") { Description = "gather the signatures of copies that travelled in parallel" };
        return new Command("sign", "Shows an agreement in plain English and signs it: the words you read and the text that is enforced.") { file, copies, agency, key, yes, collect }.Runs((parse, context) =>
        {
            var files = PolicyFiles.Read(parse.GetValue(file)!);
            var folder = files.Load();
            var agreement = files.Agreement(folder);
            if (parse.GetValue(collect))
                return Collect(files, folder, agreement, parse.GetValue(copies)!);
            if (parse.GetValue(agency) is not { } party || parse.GetValue(key) is not { } secret || parse.GetValue(copies)!.Length > 0)
                throw new PassportException(CommandErrors.Usage("signing needs --as AGENCY and --key file:PATH, and copies only with --collect", "passport-review policy sign --help"));
            return Sign(files, folder, agreement, party, SigningKeyFile.Read(secret), parse.GetValue(yes), context);
        });
    }

    private static CommandResult Sign(PolicyFiles files, PolicyFolder folder, Agreement agreement, string agency, SigningKeyPair key, bool yes, CommandContext context)
    {
        if (!yes)
            Confirm(folder, agreement, agency, context);
        try
        {
            var (text, signatory) = AgreementSigning.Sign(folder, agreement, agency, key, TimeProvider.System.GetUtcNow());
            var signing = Write(files, agreement, text);
            return CommandResult.Done(
                new JsonObject { ["agreement"] = agreement.Reference, ["agency"] = agency, ["name"] = signatory.Name, ["text_sha256"] = agreement.TextSha256, ["valid"] = signing.Valid, ["needed"] = signing.Needed },
                $"{signatory.Name} signed {agreement.Reference} for {agency}: {signing.Valid} of {signing.Needed} signatures hold.");
        }
        catch (SigningRefusedException e)
        {
            throw PolicyErrors.CannotSign(e.Message, agency);
        }
    }

    private static CommandResult Collect(PolicyFiles files, PolicyFolder folder, Agreement agreement, string[] copies)
    {
        try
        {
            var others = copies.Select(c => files.Loaded(c, agreement)).ToList();
            var (text, agencies) = AgreementSigning.Collect(folder, agreement, others);
            var signing = Write(files, agreement, text);
            return CommandResult.Done(
                new JsonObject { ["agreement"] = agreement.Reference, ["agencies"] = new JsonArray([.. agencies.Select(a => (JsonNode)a)]), ["valid"] = signing.Valid, ["needed"] = signing.Needed },
                $"{agreement.Reference}: {signing.Valid} of {signing.Needed} signatures hold ({string.Join(", ", agencies)}).");
        }
        catch (SigningRefusedException e)
        {
            throw PolicyErrors.CannotSign(e.Message, null);
        }
    }

    private static void Confirm(PolicyFolder folder, Agreement agreement, string agency, CommandContext context)
    {
        context.Error.Write(AgreementPrint.Of(agreement, folder).Body);
        if (Console.IsInputRedirected)
            throw new PassportException(CommandErrors.Usage("nobody can be asked here", "read the print (passport-review policy print) and sign with --yes"));
        context.Error.Write($"Type {agency} to sign this: ");
        if (Console.In.ReadLine() != agency)
            throw PolicyErrors.NotSigned();
    }

    // The new text must load and hold before it takes the place of the old, in one step.
    private static SigningState Write(PolicyFiles files, Agreement agreement, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reloaded = PolicyFolder.Load([.. files.Texts.Where(t => t.Path != agreement.Path), new PolicyText(agreement.Path, bytes)]);
        var signed = reloaded.Agreements.FirstOrDefault(a => a.Path == agreement.Path) ?? throw PolicyErrors.DoesNotLoad(agreement.Path, reloaded.Problems);
        var target = files.Open(agreement.Path);
        var temporary = target + ".new";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, target, overwrite: true);
        return reloaded.Signing(signed);
    }
}
