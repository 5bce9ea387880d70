using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Policy;

/// <summary>Reads a folder in the order in which its files refer to each other: vocabularies, notices, laws, tables, forms, agreements.</summary>
internal sealed partial class FolderReader
{
    private static readonly string[] s_folders = ["vocab", "law", "agreements", "tables", "forms", "notices", "debarment", "scenarios", "invariants"];

    private readonly FolderParts _parts = new();
    private readonly PolicyOptions _options;
    private readonly SortedDictionary<string, PolicyText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IEnumerable<string>> _ids = new(StringComparer.Ordinal);

    public FolderReader(IEnumerable<PolicyText> texts, PolicyOptions options)
    {
        _options = options;
        foreach (var text in texts)
        {
            if (!_texts.TryAdd(text.Path, text))
                Problem(PolicyCodes.Repeated, text.Path, "the file a second time", "each file once");
        }
        _parts.Texts = _texts;
    }

    public FolderParts Read()
    {
        foreach (var stranger in _texts.Keys.Where(p => p.EndsWith(".yml", StringComparison.Ordinal) && !s_folders.Contains(p.Split('/')[0])))
            Problem(PolicyCodes.Unresolved, stranger, "a file in no known folder", "one of the folders " + string.Join(", ", s_folders));
        if (VocabularyReader.Read(_texts, _parts.Problems) is not { } vocabulary)
            return _parts;
        _parts.Vocabulary = vocabulary;
        foreach (var path in _texts.Keys.Where(p => p.StartsWith("vocab/", StringComparison.Ordinal)))
            _parts.Files.Add(new(path, DigestOf(path)));

        Refresh();
        Each("notices/", FormShapes.Notice, (text, map) => Named(text, map.Text("id")!, () => _parts.Notices.Add(new(map.Text("id")!, map.Text("cite")!, map.Text("text")!))));
        _ids[CodeLists.Notices] = _parts.Notices.Select(n => n.Id);
        Refresh();
        Each("law/", LawShapes.Pack, Law);
        _ids[CodeLists.Laws] = _parts.Laws.Select(l => l.Id);
        Refresh();
        Each("tables/", Shape.Anything, (text, map) =>
        {
            if (TableReader.Read(text, map, _parts.Codes, _parts.Problems) is { } table)
                Named(text, table.Id, () => _parts.Tables.Add(table));
        });
        _ids[CodeLists.Tables] = _parts.Tables.Select(t => t.Id);
        Each("forms/", FormShapes.Form, Form);
        _ids[CodeLists.Forms] = _parts.Forms.Select(f => f.Id).Distinct(StringComparer.Ordinal);
        Each("debarment/", FormShapes.Debarment, (_, map) => _parts.Debarments.AddRange(map.Maps("entries").Select(e => new Debarment(e.Text("agency"), e.Text("person"), e.Text("cite")!, e.Date("from")!.Value, e.Date("until")))));
        _ids[CodeLists.Agreements] = _texts.Keys.Select(AgreementFile).Where(m => m.Success).Select(m => m.Groups["id"].Value).Distinct(StringComparer.Ordinal);
        Refresh();
        AllAgreements();
        return _parts;
    }

    private void Refresh() => _parts.Codes = CodeBook.Of(_parts.Vocabulary!, [.. _ids.Select(i => (i.Key, i.Value))]);

    private void Each(string folder, Shape shape, Action<PolicyText, YamlMap> take)
    {
        foreach (var text in _texts.Values.Where(t => t.Path.StartsWith(folder, StringComparison.Ordinal) && t.Path.EndsWith(".yml", StringComparison.Ordinal)))
        {
            var before = _parts.Problems.Count;
            if (StrictYaml.Read(text, _parts.Problems) is not { } map)
                continue;
            shape.Check(map, new ShapeContext(text.Path, _parts.Codes, _parts.Problems));
            if (_parts.Problems.Count > before)
                continue;
            take(text, map);
            if (_parts.Problems.Count == before)
                _parts.Files.Add(new(text.Path, CanonicalJson.Digest(shape.ToJson(map))));
        }
    }

    private void Law(PolicyText text, YamlMap map)
    {
        var context = new ShapeContext(text.Path, _parts.Codes, _parts.Problems);
        var before = _parts.Problems.Count;
        if (map.Text("status") == "read" && !(map.Has("read_on") && map.Has("read_by")))
            context.Refuse(PolicyCodes.MissingKey, map, "no key 'read_on' or 'read_by'", "when and by whom a pack with status: read was read");
        if (map.Text("status") == "stub" && (map.Has("read_on") || map.Has("read_by")))
            context.Refuse(PolicyCodes.WrongPlace, map["read_on"] ?? map["read_by"]!, "the keys of a pack that was read", "no such keys while status is stub");
        foreach (var permit in map.Maps("permits").Where(p => (p.Text("recipients") == "listed") != p.Has("recipient_kinds")))
            context.Refuse(permit.Has("recipient_kinds") ? PolicyCodes.WrongPlace : PolicyCodes.MissingKey, permit, "recipient_kinds and recipients that do not fit", "recipient_kinds with recipients: listed, and only then");
        foreach (var notice in map.Items("obligations").OfType<YamlScalar>().Where(o => o.Text.StartsWith("notice:", StringComparison.Ordinal) && !_parts.Codes.Knows(CodeLists.Notices, o.Text[7..])))
            context.Refuse(PolicyCodes.Unresolved, notice, $"'{notice.Text[7..]}'", Nearest.Expected(notice.Text[7..], _parts.Codes.Codes(CodeLists.Notices), "notice"));
        foreach (var form in map.Items("obligations").OfType<YamlScalar>().Where(o => o.Text.StartsWith("record:", StringComparison.Ordinal) && !_parts.Codes.Knows(CodeLists.RecordForms, o.Text[7..])))
            context.Refuse(PolicyCodes.UnknownCode, form, $"'{form.Text[7..]}'", Nearest.Expected(form.Text[7..], _parts.Codes.Codes(CodeLists.RecordForms), "record form"));
        if (_parts.Problems.Count == before)
            Named(text, map.Text("id")!, () => _parts.Laws.Add(new LawPack(text.Path, map, _parts.Vocabulary!, _options)));
    }

    private void Form(PolicyText text, YamlMap map)
    {
        var (id, version) = (map.Text("id")!, map.Int("version")!.Value);
        if (text.Path != $"forms/{id}@{version}/form.yml")
        {
            Problem(PolicyCodes.Unresolved, text.Path, $"the form {id}@{version} in this place", $"forms/{id}@{version}/form.yml");
            return;
        }
        var languages = new List<FormLanguage>();
        foreach (var language in map.Maps("languages"))
        {
            var path = $"forms/{id}@{version}/{language.Text("language")}.md";
            if (!_texts.TryGetValue(path, out var words))
            {
                Problem(PolicyCodes.Unresolved, text.Path, $"no file {path}", "the form's text in " + language.Text("language"), language);
                return;
            }
            var sha = Convert.ToHexStringLower(SHA256.HashData(words.Bytes.Span));
            languages.Add(new(language.Text("language")!, Encoding.UTF8.GetString(words.Bytes.Span), sha, language.Text("status") == "signed-off"));
            _parts.Files.Add(new(path, sha));
        }
        _parts.Forms.Add(new(id, version, map.Text("title")!, [.. map.Texts("covers_laws").Order(StringComparer.Ordinal)], [.. map.Texts("statements").Order(StringComparer.Ordinal)], [.. languages]));
    }

    private void AllAgreements()
    {
        var shape = AgreementShapes.Of(_parts.Laws);
        var maps = new Dictionary<string, YamlMap>(StringComparer.Ordinal);
        Each("agreements/", shape, (text, map) =>
        {
            new AgreementChecks(map, new ShapeContext(text.Path, _parts.Codes, _parts.Problems), _parts.Vocabulary!, _parts.Laws.ToDictionary(l => l.Id, StringComparer.Ordinal)).Check();
            if (_parts.Problems.Any(p => p.Path == text.Path))
                return;
            var name = AgreementFile(text.Path);
            var (id, version) = (map.Text("id")!, map.Int("version")!.Value);
            if (!name.Success || name.Groups["id"].Value != id || (name.Groups["version"].Success && name.Groups["version"].Value != map.Text("version")))
            {
                Problem(PolicyCodes.Unresolved, text.Path, $"the agreement {id}@{version} in this file", $"agreements/{id}.yml, or {id}@{version}.yml for an older version", map["id"]!);
                return;
            }
            if (_parts.Agreements.FirstOrDefault(a => a.Id == id && a.Version == version) is { } twin)
            {
                Problem(PolicyCodes.Repeated, text.Path, $"version {version} of {id}, which {twin.Path} has too", "each version once", map["version"]!);
                return;
            }
            var json = (JsonObject)shape.ToJson(map)!;
            json.Remove("signatures");
            json.Remove("status");
            _parts.Agreements.Add(new Agreement(text.Path, map, json));
            maps[text.Path] = map;
        });
        // A child of what did not load does not load; its own children neither.
        for (var again = true; again;)
        {
            again = false;
            foreach (var child in _parts.Agreements.Where(a => a.Under is not null).ToList())
            {
                var before = _parts.Problems.Count;
                ParentChecks.Check(child, _parts.Agreements.LastOrDefault(a => a.Id == child.Under), maps[child.Path], new ShapeContext(child.Path, _parts.Codes, _parts.Problems));
                if (_parts.Problems.Count == before)
                    continue;
                _parts.Agreements.Remove(child);
                _parts.Files.RemoveAll(f => f.Path == child.Path);
                again = true;
            }
        }
    }

    private void Named(PolicyText text, string id, Action take)
    {
        var name = text.Path[(text.Path.LastIndexOf('/') + 1)..^4];
        if (name == id)
            take();
        else
            Problem(PolicyCodes.Unresolved, text.Path, $"the id {id} in the file {name}.yml", $"the id {name}, or a file {id}.yml");
    }

    private string DigestOf(string path)
    {
        var map = StrictYaml.Read(_texts[path], _parts.Problems)!;
        var list = path["vocab/".Length..^4];
        Shape shape = list switch { "system" => VocabularyShapes.System, "signing-keys" => VocabularyShapes.SigningKeys, _ => VocabularyShapes.Lists[list] };
        return CanonicalJson.Digest(shape.ToJson(map));
    }

    private void Problem(string code, string path, string found, string expected, YamlNode? at = null) => _parts.Problems.Add(new(code, path, at?.Line ?? 1, at?.Column ?? 1, found, expected));

    private static Match AgreementFile(string path) => AgreementFileName().Match(path);

    [GeneratedRegex(@"^agreements/(?<id>[A-Z]{2,6}-[0-9]{4}-[0-9]{3})(@(?<version>[1-9][0-9]*))?\.yml\z", RegexOptions.CultureInvariant)]
    private static partial Regex AgreementFileName();
}
