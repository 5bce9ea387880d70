namespace ReadinessPassport.Policy;

/// <summary>What a shape cannot say of release clauses.</summary>
internal sealed class ReleaseChecks(YamlMap map, ShapeContext context, PolicyVocabulary vocabulary)
{
    private static readonly string[] s_leastAudits = ["linear-program", "insider", "differencing"];

    private readonly List<string> _providers = [.. map.Maps("parties").Where(p => p.Texts("as").Contains("provider")).Select(p => p.Text("agency")!)];

    public void Check()
    {
        foreach (var clause in map.Maps("release").Where(r => !r.Has("allow")))
        {
            Recipients(clause);
            foreach (var purpose in clause.Items("purposes").OfType<YamlScalar>().Where(p => !map.Texts("purposes").Contains(p.Text)))
                context.Refuse(PolicyCodes.Contradiction, purpose, $"the purpose {purpose.Text}, which is not a purpose of this agreement", "one of " + string.Join(", ", map.Texts("purposes")));
            switch (clause.Text("mode"))
            {
                case "aggregate":
                    Aggregate(clause);
                    break;
                case "consented-individual":
                    Individual(clause);
                    break;
            }
        }
        foreach (var again in map.Maps("release").Where(r => r.Has("allow")).Where(n => map.Maps("release").Any(r => !r.Has("allow") && r.Text("mode") == n.Text("mode"))))
            context.Refuse(PolicyCodes.Contradiction, again, $"{again.Text("mode")} both released and never released", "one of the two");
    }

    private void Recipients(YamlMap clause)
    {
        foreach (var to in clause.Maps("to"))
        {
            var agency = to.Text("agency")!;
            if (agency == AgreementShapes.EveryProvider)
            {
                // No state gets another's rows: tables may go to every provider, rows may not.
                if (clause.Text("mode") == "research-extract")
                    context.Refuse(PolicyCodes.Contradiction, to["agency"]!, "rows for every provider", "named researchers only");
            }
            else if (map.Maps("parties").All(p => p.Text("agency") != agency))
            {
                context.Refuse(PolicyCodes.Unresolved, to["agency"]!, $"{agency}, which is no party", "a party of this agreement, or \"*provider\"");
            }
            else if (map.Maps("parties").Any(p => p.Text("agency") == agency && p.Texts("as").Contains("linkage-service")))
            {
                context.Refuse(PolicyCodes.Contradiction, to["agency"]!, $"{agency}, the linkage service, as a recipient", "nobody who links: it gets encodings and nothing else");
            }
        }
    }

    private void Aggregate(YamlMap clause)
    {
        var floor = vocabulary.Limits.MinimumCellFloor;
        foreach (var cell in Values(clause["minimum_cell"]!))
        {
            if (int.TryParse(cell.Text, out var least) && least < floor)
                context.Refuse(PolicyCodes.WrongForm, cell, $"a smallest count of {least}", $"at least {floor}, the floor of vocab/system.yml");
        }
        foreach (var key in new[] { "minimum_cell", "zeros" })
        {
            if (clause[key] is not YamlMap each)
                continue;
            foreach (var provider in _providers.Where(p => !each.Has(p) && !each.Has("default")))
                context.Refuse(PolicyCodes.MissingKey, each, $"nothing for {provider}", $"{key} for each provider, or default");
            foreach (var stranger in each.Entries.Where(e => e.Key.Text != "default" && !_providers.Contains(e.Key.Text)))
                context.Refuse(PolicyCodes.Unresolved, stranger.Key, $"{stranger.Key.Text}, which provides nothing here", "a provider of this agreement");
        }
        var audit = clause.Map("suppression")!;
        foreach (var missing in s_leastAudits.Where(a => !audit.Texts("audit").Contains(a)))
            context.Refuse(PolicyCodes.MissingKey, audit["audit"]!, $"no {missing}", "at least linear-program, insider and differencing");
        foreach (var reviewer in clause.Map("review")!.Items("by").OfType<YamlScalar>().Where(r => map.Maps("parties").All(p => p.Text("agency") != r.Text)))
            context.Refuse(PolicyCodes.Unresolved, reviewer, $"{reviewer.Text}, which is no party", "a party of this agreement");
    }

    private void Individual(YamlMap clause)
    {
        var given = map.Maps("data").SelectMany(d => d.Texts("categories")).ToHashSet(StringComparer.Ordinal);
        foreach (var category in clause.Items("categories").OfType<YamlScalar>().Where(c => !given.Contains(c.Text)))
            context.Refuse(PolicyCodes.Contradiction, category, $"{category.Text}, which nobody provides here", "a category of the data clauses");
        foreach (var (shown, rung) in clause.Map("show")?.Entries ?? [])
        {
            if (!clause.Texts("categories").Contains(shown.Text))
                context.Refuse(PolicyCodes.Contradiction, shown, $"{shown.Text}, which this clause does not release", "a category of this clause");
            if (rung is YamlScalar { Text: "date" or "detail" } && !clause.Has("counsel"))
                context.Refuse(PolicyCodes.MissingKey, rung, "no key 'counsel'", "counsel's approval where dates or details are shown");
        }
        if (clause.Has("emergency_approval") && !clause.Texts("exceptions").Contains("emergency-health-safety"))
            context.Refuse(PolicyCodes.WrongPlace, clause["emergency_approval"]!, "the key 'emergency_approval'", "no such key unless exceptions hold emergency-health-safety");
    }

    private static IEnumerable<YamlScalar> Values(YamlNode node) => node is YamlScalar one ? [one] : ((YamlMap)node).Entries.Select(e => e.Value).OfType<YamlScalar>();
}
