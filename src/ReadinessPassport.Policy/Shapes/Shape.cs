using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>
/// What a piece of a policy file must look like. One definition serves the loader (problems with their place), the canonical JSON that is signed, and
/// the JSON Schema for editors.
/// </summary>
public abstract class Shape
{
    /// <summary>What is expected, for messages: <c>a date in quotes</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Notes everything that is wrong with <paramref name="node"/>.</summary>
    public abstract void Check(YamlNode node, ShapeContext context);

    /// <summary>The value as canonical JSON: typed, lists in an order that does not depend on how they were written. Only for what <see cref="Check"/> found in order.</summary>
    public abstract JsonNode? ToJson(YamlNode node);

    /// <summary>The JSON Schema (2020-12) an editor can check against.</summary>
    public abstract JsonObject Schema(ICodeBook codes);

    /// <summary>Text of one line of meaning, at most <paramref name="longest"/> characters, not empty.</summary>
    public static Shape Text(int longest) => new TextShape(longest);

    /// <summary>Text of a form, such as an id.</summary>
    /// <param name="regex">Anchored with <c>^</c> and <c>\z</c>.</param>
    /// <param name="expected">Said in messages, such as <c>an id like MA-2027-004</c>.</param>
    public static Shape Pattern(string regex, string expected) => new PatternShape(regex, expected);

    /// <summary>A whole number, written <c>0</c> or without leading zeros, from <paramref name="least"/> through <paramref name="most"/>.</summary>
    public static Shape Int(int least, int most) => new IntShape(least, most);

    /// <summary><c>true</c> or <c>false</c>, without quotes.</summary>
    public static Shape Bool { get; } = new BoolShape();

    /// <summary>A day that exists, in quotes: <c>"2027-01-15"</c>.</summary>
    public static Shape Date { get; } = new DateShape();

    /// <summary>One of the codes written here.</summary>
    public static Shape OneOf(params string[] codes) => new CodeShape(null, codes);

    /// <summary>A code of a closed list, or one of <paramref name="besides"/>.</summary>
    public static Shape Code(string list, params string[] besides) => new CodeShape(list, besides);

    /// <summary>A list without repetition.</summary>
    /// <param name="item">What each entry looks like.</param>
    /// <param name="least">Fewest entries.</param>
    public static Shape List(Shape item, int least = 0) => new ListShape(item, least, keepsOrder: false);

    /// <summary>A list whose order means something, of exactly <paramref name="count"/> entries.</summary>
    public static Shape Tuple(Shape item, int count) => new ListShape(item, count, keepsOrder: true, most: count);

    /// <summary>A list of codes of a closed list.</summary>
    public static Shape Codes(string list, int least = 0, params string[] besides) => List(Code(list, besides), least);

    /// <summary>A map with these keys and no others.</summary>
    public static MapShape Map(params Key[] keys) => new(keys);

    /// <summary>A map from codes (or other keys) to values.</summary>
    public static Shape MapOf(Shape key, Shape value, int least = 0) => new MapOfShape(key, value, least);

    /// <summary>A map whose keys depend on what it is.</summary>
    /// <param name="tell">Says which variant a map is; null when it cannot be told.</param>
    /// <param name="variants">The variants by name.</param>
    public static Shape Variants(Func<YamlMap, string?> tell, params (string Name, MapShape Shape)[] variants) => new VariantShape(tell, variants);

    /// <summary><c>null</c>, or <paramref name="shape"/>.</summary>
    public static Shape OrNull(Shape shape) => new NullShape(shape);

    /// <summary>A scalar of one shape or a map (or list) of another.</summary>
    public static Shape Either(Shape scalar, Shape other) => new EitherShape(scalar, other);

    /// <summary><c>true</c>, and nothing else.</summary>
    public static Shape True { get; } = new BoolShape(mustBeTrue: true);

    /// <summary>One of a few codes, or a scalar of another shape.</summary>
    public static Shape OneOfOr(Shape other, params string[] codes) => new CodeOrShape(codes, other);

    /// <summary>A map whose keys depend on the text it refers to, by the name of the closed list that text is in.</summary>
    public static Shape VariantsOf(string list, Func<YamlMap, string?> tell, params (string Name, MapShape Shape)[] variants) => new VariantShape(tell, variants, list);

    /// <summary>Anything at all: for parts of a file that another room reads.</summary>
    public static Shape Anything { get; } = new AnyShape();
}
