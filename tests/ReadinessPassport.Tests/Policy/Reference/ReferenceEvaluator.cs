using ReadinessPassport.Policy;
using YamlDotNet.RepresentationModel;
using YamlNode = YamlDotNet.RepresentationModel.YamlNode;

namespace ReadinessPassport.Tests.Policy.Reference;

/// <summary>
/// A second evaluator, written from the paper on policy and not from the first: slow, plain, over the raw YAML. Two readings of one text that agree on every
/// case are better evidence than one.
/// </summary>
internal sealed class ReferenceEvaluator
{
    private readonly Dictionary<string, YamlMappingNode> _agreements = new(StringComparer.Ordinal);
    private readonly List<YamlMappingNode> _laws = [];
    private readonly Dictionary<string, (string Kind, string State)> _agencies = new(StringComparer.Ordinal);

    public ReferenceEvaluator(IEnumerable<PolicyText> texts)
    {
        foreach (var text in texts.Where(t => t.Path.EndsWith(".yml", StringComparison.Ordinal)))
        {
            var map = Yaml.Read(System.Text.Encoding.UTF8.GetString(text.Bytes.Span));
            if (text.Path.StartsWith("agreements/", StringComparison.Ordinal))
                _agreements[map.Text("id")] = map;
            else if (text.Path.StartsWith("law/", StringComparison.Ordinal))
                _laws.Add(map);
            else if (text.Path == "vocab/agencies.yml")
            {
                foreach (var agency in map.Each("codes"))
                    _agencies[agency.Text("code")] = (agency.Text("kind"), agency.Text("jurisdiction"));
            }
        }
    }

    public bool Allows(string agreement, string provider, string requester, string role, string purpose, string category, string mode, string time, string consent, string exception)
    {
        var text = _agreements[agreement];
        if (time != "in-force")
            return false;
        var line = new List<YamlMappingNode>();
        for (var up = text; ; up = _agreements[up.Text("under")])
        {
            line.Add(up);
            if (up.Text("under").Length == 0)
                break;
        }
        foreach (var one in line)
        {
            if (one.Each("data").Any(d => d.Words("never").Any(n => Covers(n, category))))
                return false;
            if (one.Each("prohibitions").Any(x => x.Words("to_roles").Contains(role) && !x.Words("unless").Contains(exception)))
                return false;
        }
        if (!text.Each("data").Any(d => d.Text("provider") == provider && d.Words("categories").Contains(category)))
            return false;
        return text.Each("release").Any(r => Clause(text, r, provider, requester, role, purpose, category, mode, consent, exception));
    }

    private bool Clause(YamlNode text, YamlNode clause, string provider, string requester, string role, string purpose, string category, string mode, string consent, string exception)
    {
        if (clause.Text("mode") != mode || clause.Has("allow") || !clause.Words("purposes").Contains(purpose))
            return false;
        var isProvider = text.Each("parties").Any(p => p.Text("agency") == requester && p.Words("as").Contains("provider"));
        if (!clause.Each("to").Any(t => (t.Text("agency") == requester || (t.Text("agency") == "*provider" && isProvider)) && t.Words("roles").Contains(role)))
            return false;
        var individual = mode == "consented-individual";
        var named = individual && clause.Words("exceptions").Contains(exception);
        if (individual && !clause.Words("categories").Contains(category))
            return false;
        if (individual && consent != "active" && !named)
            return false;
        return Laws(text, provider, requester, purpose, category, mode, individual && consent == "active", named ? exception : "none");
    }

    private bool Laws(YamlNode text, string provider, string recipient, string purpose, string category, string mode, bool consented, string exception)
    {
        var (kind, state) = _agencies[provider];
        var (toKind, toState) = _agencies.GetValueOrDefault(recipient, ("", "us"));
        var crossing = state != toState && state != "us" && toState != "us";
        bool Governs(YamlNode law, string jurisdiction) =>
            law.Text("jurisdiction") == jurisdiction
            && law.At("governs").Words("categories").Any(c => Covers(c, category))
            && (law.At("governs").Words("holders").Length == 0 || law.At("governs").Words("holders").Contains(kind));
        var governing = _laws.Where(l => Governs(l, "us") || (state != "us" && Governs(l, state))).ToList();
        if (!governing.Any(l => l.Text("kind") == "way"))
            return false;
        foreach (var regime in governing.GroupBy(l => l.Text("regime"), StringComparer.Ordinal))
        {
            if (regime.Any(l => Never(l.At("never"), mode, category, recipient, toKind)))
                return false;
            if (crossing && regime.Any(l => l.Text("kind") == "duty" && (!l.Has("applies") || l.Words("applies").Contains(mode)) && !l.At("cross_border").Words("send").Contains(mode)))
                return false;
            var ways = regime.Where(l => l.Text("kind") == "way").ToList();
            if (ways.Count > 0 && !ways.Any(w => Way(text, w, provider, recipient, toKind, purpose, mode, consented, exception, crossing)))
                return false;
        }
        if (!crossing)
            return true;
        var receiving = _laws.Where(l => Governs(l, toState)).ToList();
        return receiving.Count > 0 && receiving.All(l => l.At("cross_border").Words("receive").Contains(mode));
    }

    private static bool Never(YamlNode never, string mode, string category, string recipient, string kind) =>
        never.Words("modes").Contains(mode) || never.Words("categories").Any(c => Covers(c, category)) || never.Words("recipients").Contains(recipient) || never.Words("requester_kinds").Contains(kind);

    private static bool Way(YamlNode text, YamlNode law, string provider, string recipient, string kind, string purpose, string mode, bool consented, string exception, bool crossing)
    {
        var basis = text.Each("legal_basis").FirstOrDefault(b => b.Text("law") == law.Text("id") && (b.Text("provider") == provider || b.Text("provider") == "*"));
        if ((law.Text("cited") == "required" && basis is null) || (crossing && !law.At("cross_border").Words("send").Contains(mode)))
            return false;
        return law.Each("permits").Any(p =>
            p.Words("modes").Contains(mode)
            && (p.Words("purposes").Contains("any") || p.Words("purposes").Contains(purpose))
            && (!p.Has("exception") || p.Text("exception") == exception)
            && p.Text("recipients") switch
            {
                "any-party" => text.Each("parties").Any(a => a.Text("agency") == recipient),
                "designated" => basis is not null && basis.Words("authorized_representatives").Contains(recipient),
                "holders-bound" => basis is not null && basis.Words("holders_bound").Contains(recipient),
                "named-in-consent" => consented,
                "custodian" => kind == "child-welfare" && exception == "foster-care-education",
                "provider-only" => recipient == provider,
                _ => p.Words("recipient_kinds").Contains(kind),
            });
    }

    private static bool Covers(string pattern, string category) => pattern == category || (pattern.EndsWith(".any", StringComparison.Ordinal) && category.StartsWith(pattern[..^3], StringComparison.Ordinal));
}
