namespace ReadinessPassport.Policy;

/// <summary>An agreement may be narrower than the one it stands under, never wider.</summary>
internal static class ParentChecks
{
    public static void Check(Agreement child, Agreement? parent, YamlMap map, ShapeContext context)
    {
        var under = map["under"]!;
        if (parent is null)
        {
            context.Refuse(PolicyCodes.Unresolved, under, $"{child.Under}, which does not load", "a parent that loads");
            return;
        }
        if (parent.Id == child.Id || parent.Kind == "data-use-license" || (child.Kind == "data-sharing" && parent.Kind != "enterprise-mou"))
            context.Refuse(PolicyCodes.Unresolved, under, $"{parent.Id}, a {parent.Kind}", child.Kind == "data-sharing" ? "an enterprise-mou" : "an enterprise-mou or a data-sharing agreement");
        foreach (var party in map.Maps("parties").Where(p => parent.Parties.All(q => q.Agency != p.Text("agency"))))
            context.Refuse(PolicyCodes.WiderThanParent, party, $"the party {party.Text("agency")}", $"a party of {parent.Id}");
        foreach (var purpose in map.Items("purposes").OfType<YamlScalar>().Where(p => !parent.Purposes.Contains(p.Text)))
            context.Refuse(PolicyCodes.WiderThanParent, purpose, $"the purpose {purpose.Text}", $"a purpose of {parent.Id}");
        foreach (var category in map.Maps("data").SelectMany(d => d.Items("categories")).OfType<YamlScalar>().Where(c => parent.Never.Any(n => n.Covers(c.Text))))
            context.Refuse(PolicyCodes.WiderThanParent, category, category.Text, $"nothing that {parent.Id} never gives");
    }
}
