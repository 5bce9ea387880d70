using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReadinessPassport.Policy;

/// <summary>
/// Reads the strict subset of YAML 1.2 that policy files are written in: one UTF-8 document of at most 256 KiB and 12 levels, block or flow, with
/// comments; no anchors, aliases, tags, merge keys, directives, complex or repeated keys. RP6001, RP6002 and RP6003.
/// </summary>
/// <remarks>Stands on the event parser of YamlDotNet and never on its deserializer, so no text is ever turned into a type by guess.</remarks>
public static class StrictYaml
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LongestFile = 256 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int Deepest = 12;

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads one document, whose top must be a map.</summary>
    /// <param name="text">The file.</param>
    /// <param name="problems">Takes what is wrong; the first problem of the bytes or the syntax ends the reading.</param>
    /// <returns>The map; null when the file is not strict YAML.</returns>
    public static YamlMap? Read(PolicyText text, ICollection<TextProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (Characters(text, problems) is not { } characters)
            return null;
        var parser = new Parser(new Scanner(new StringReader(characters), skipComments: true));
        try
        {
            return new EventReader(text.Path, parser).Document();
        }
        catch (TextProblemException e)
        {
            problems.Add(e.Problem);
        }
        catch (YamlException e)
        {
            problems.Add(new(PolicyCodes.Syntax, text.Path, (int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column), "text that is not YAML", "strict YAML 1.2 (see docs/formats/agreement.md)"));
        }
#pragma warning disable CA1031 // A parser that trips over hostile bytes must not take the program with it; the file just does not load.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            problems.Add(new(PolicyCodes.Syntax, text.Path, 1, 1, "text the YAML parser cannot follow", "strict YAML 1.2 (see docs/formats/agreement.md)"));
        }
        return null;
    }

    private static string? Characters(PolicyText text, ICollection<TextProblem> problems)
    {
        var bytes = text.Bytes.Span;
        if (bytes.Length > LongestFile)
            return Refuse(1, 1, $"{bytes.Length} bytes", $"at most {LongestFile}");
        if (bytes.StartsWith("\uFEFF"u8))
            return Refuse(1, 1, "a byte order mark", "UTF-8 without one");
        string characters;
        try
        {
            characters = s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            return Refuse(1 + before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n'), "bytes that are not UTF-8", "UTF-8");
        }
        var (line, column) = (1, 0);
        foreach (var rune in characters.EnumerateRunes())
        {
            column++;
            if (rune.Value == '\n')
                (line, column) = (line + 1, 0);
            else if (rune.Value is not ('\r' or '\t') && IsInvisible(rune))
                return Refuse(line, column, $"the invisible character U+{rune.Value:X4}", "visible characters");
        }
        if (characters.IsNormalized(NormalizationForm.FormC))
            return characters;
        var lines = characters.Split('\n');
        var at = Array.FindIndex(lines, l => !l.IsNormalized(NormalizationForm.FormC));
        return Refuse(Math.Max(0, at) + 1, 1, "characters that are not in normal form", "Unicode NFC");

        string? Refuse(int line, int column, string found, string expected)
        {
            problems.Add(new(PolicyCodes.Bytes, text.Path, line, column, found, expected));
            return null;
        }
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private sealed class EventReader(string path, Parser parser)
    {
        public YamlMap Document()
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out var empty))
                throw Refused(empty, "an empty file", "one document");
            var start = parser.Consume<DocumentStart>();
            if (start.Version is not null || start.Tags is { Count: > 0 } tags && tags.Any(t => !IsDefault(t)))
                throw Refused(start, "a directive", "none");
            var top = Node(1);
            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
                throw Refused(parser.Current!, "a second document", "one document");
            return top as YamlMap ?? throw new TextProblemException(new(PolicyCodes.WrongForm, path, top.Line, top.Column, "a " + top.Kind, "a map of keys"));
        }

        private YamlNode Node(int depth)
        {
            var next = parser.Current ?? throw new YamlException("The document ends too early.");
            if (depth > Deepest)
                throw Refused(next, $"more than {Deepest} levels", $"at most {Deepest}");
            if (next is AnchorAlias)
                throw Refused(next, "an alias", "the text itself");
            if (next is NodeEvent node)
            {
                if (!node.Anchor.IsEmpty)
                    throw Refused(next, "an anchor", "none");
                if (!node.Tag.IsEmpty)
                    throw Refused(next, "a tag", "none: the format decides how a value is read");
            }
            var (line, column) = At(next);
            switch (next)
            {
                case Scalar scalar:
                    parser.MoveNext();
                    // An escape may bring in what the bytes may not hold.
                    if (scalar.Value.EnumerateRunes().Any(r => r.Value is not ('\n' or '\t') && IsInvisible(r)) || !scalar.Value.IsNormalized(NormalizationForm.FormC))
                        throw new TextProblemException(new(PolicyCodes.Bytes, path, line, column, "an escape for an invisible or unusual character", "visible characters in Unicode NFC"));
                    return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column);
                case SequenceStart:
                    parser.MoveNext();
                    var items = ImmutableArray.CreateBuilder<YamlNode>();
                    while (!parser.TryConsume<SequenceEnd>(out _))
                        items.Add(Node(depth + 1));
                    return new YamlList(items.ToImmutable(), line, column);
                case MappingStart:
                    parser.MoveNext();
                    return Map(depth, line, column);
                default:
                    throw Refused(next, "something that is no value", "text, a list or a map");
            }
        }

        private YamlMap Map(int depth, int line, int column)
        {
            var entries = ImmutableArray.CreateBuilder<KeyValuePair<YamlScalar, YamlNode>>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (parser.Current is SequenceStart or MappingStart)
                    throw Refused(parser.Current, "a list or map as a key", "a text");
                var key = (YamlScalar)Node(depth + 1);
                if (key.Text == "<<" && key.IsPlain)
                    throw new TextProblemException(new(PolicyCodes.Syntax, path, key.Line, key.Column, "a merge key", "the keys themselves"));
                if (!seen.Add(key.Text))
                    throw new TextProblemException(new(PolicyCodes.Repeated, path, key.Line, key.Column, $"the key '{Shorten(key.Text)}' a second time", "each key once"));
                entries.Add(new(key, Node(depth + 1)));
            }
            return new YamlMap(entries.ToImmutable(), line, column);
        }

        private static bool IsDefault(YamlDotNet.Core.Tokens.TagDirective directive) => directive.Handle is "!" or "!!";

        private static (int Line, int Column) At(ParsingEvent e) => ((int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column));

        private TextProblemException Refused(ParsingEvent at, string found, string expected) => new(new(PolicyCodes.Syntax, path, At(at).Line, At(at).Column, found, expected));
    }

    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
