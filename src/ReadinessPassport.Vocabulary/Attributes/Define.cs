namespace ReadinessPassport.Vocabulary;

/// <summary>Short words for writing attributes down as a table.</summary>
internal static class Define
{
    public static readonly AttributeCode[] YesNo = [new("Y", "Yes"), new("N", "No")];

    public static AttributeDefinition Public(string id, string label, string category, string[] ceds, params AttributeCode[] codes) =>
        new(id, label, category, AttributeClass.Public, [.. ceds], codes);

    public static AttributeDefinition Sensitive(string id, string label, string category, string[] ceds, params AttributeCode[] codes) =>
        new(id, label, category, AttributeClass.Sensitive, [.. ceds], codes);

    public static AttributeDefinition Restricted(string id, string label, string category, string[] ceds, params AttributeCode[] codes) =>
        new(id, label, category, AttributeClass.Restricted, [.. ceds], codes);
}
