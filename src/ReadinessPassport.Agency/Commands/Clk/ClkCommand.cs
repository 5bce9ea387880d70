using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using ReadinessPassport.CommandLine;
using ReadinessPassport.KeyedEncoding.Clk;
using ReadinessPassport.Vocabulary.CommandLine;

namespace ReadinessPassport.Agency.Commands.Clk;

/// <summary><c>passport-agency clk</c>: the filters clkhash would make, bit for bit.</summary>
internal static class ClkCommand
{
    private const int LargestSecret = 1 << 20;

    public static Command Create()
    {
        var input = new Argument<string>("IN.csv") { Description = "rows to encode, UTF-8" };
        var output = new Argument<string>("OUT.json") { Description = "the filters, {\"clks\": [base64, …]} in row order" };
        var schema = new Option<string>("--schema") { Description = "clkhash linkage schema, version 1, 2 or 3", Required = true, HelpName = "FILE" };
        var secret = new Option<string>("--secret-file") { Description = "the secret; a line end after a text does not belong to it", Required = true, HelpName = "FILE" };
        var header = new Option<string>("--header") { Description = "check: the first row names the features; ignore: skip it; none: it is data", DefaultValueFactory = _ => "check" }.AcceptOnlyFromAmong("check", "ignore", "none");
        var threads = new Option<int>("--threads") { Description = "threads that encode", DefaultValueFactory = _ => Math.Min(4, Environment.ProcessorCount) };
        return new Command("clk", "Encode as clkhash does, for agencies that move over from anonlink. New cohorts use encode.") { input, output, schema, secret, header, threads }.Runs(async (parse, context) =>
        {
            var linkage = ClkSchemaReader.Read(await File.ReadAllBytesAsync(parse.GetValue(schema)!, context.Cancel).ConfigureAwait(false));
            foreach (var warning in linkage.Warnings)
                context.Warn(warning);
            var (from, to) = (parse.GetValue(input)!, parse.GetValue(output)!);
            var temporary = $"{to}.{Environment.ProcessId}.tmp";
            try
            {
                long rows;
                using (var stage = context.Stage("clk"))
                using (var encoding = new ClkFileEncoder(linkage, Secret(parse.GetValue(secret)!), Math.Clamp(parse.GetValue(threads), 1, 64)))
                {
                    var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
                    await using (file.ConfigureAwait(false))
                    {
                        rows = await encoding.EncodeAsync(from, Enum.Parse<ClkHeader>(parse.GetValue(header)!, ignoreCase: true), file, stage, context.Cancel).ConfigureAwait(false);
                        file.Flush(flushToDisk: true);
                    }
                }
                File.Move(temporary, to, overwrite: true);
                return CommandResult.Done(new JsonObject { ["rows"] = rows, ["file"] = to, ["bits"] = linkage.Length, ["warnings"] = new JsonArray([.. linkage.Warnings.Select(w => (JsonNode)w)]) }, $"{to}: {rows} rows, {linkage.Length} bits each");
            }
            finally
            {
                File.Delete(temporary);
            }
        });
    }

    private static byte[] Secret(string path)
    {
        var bytes = new FileInfo(path) is { Exists: true, Length: > LargestSecret } ? throw ClkErrors.Schema("secret file", "larger than 1 MiB") : File.ReadAllBytes(path);
        // A secret that is text ends where its line does; one of arbitrary bytes is taken as it is.
        return System.Text.Unicode.Utf8.IsValid(bytes) ? bytes.AsSpan().TrimEnd("\r\n"u8).ToArray() : bytes;
    }
}
