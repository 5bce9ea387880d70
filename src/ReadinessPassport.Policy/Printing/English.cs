using System.Globalization;

namespace ReadinessPassport.Policy;

/// <summary>How prints write lists, days and numbers, the same on every machine.</summary>
internal static class English
{
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Day(string? yaml) => DateOnly.TryParseExact(yaml, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : yaml ?? "";

    public static string And(IEnumerable<string> items, string word = "and")
    {
        var all = items.ToList();
        return all.Count switch { 0 => "nobody", 1 => all[0], 2 => $"{all[0]} {word} {all[1]}", _ => string.Join(", ", all[..^1]) + $" {word} " + all[^1] };
    }

    public static string Or(IEnumerable<string> items) => And(items, "or");

    public static string Sentence(string text) => text.Length == 0 ? text : (char.ToUpperInvariant(text[0]) + text[1..]).TrimEnd('.') + ".";

    public static string Count(int n, string one, string? many = null) => n == 1 ? $"1 {one}" : $"{n} {many ?? one + "s"}";
}
