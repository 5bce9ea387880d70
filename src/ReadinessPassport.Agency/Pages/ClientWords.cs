using System.Globalization;
using ReadinessPassport.KeyedEncoding.Records;

namespace ReadinessPassport.Agency.Pages;

/// <summary>How pages write what is known of a client. Names come from the agency's own files and go nowhere but the page.</summary>
internal static class ClientWords
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The whole name.</summary>
    public static string Name(IdentifyingRecord client) =>
        string.Join(' ', new[] { client.FirstName, client.MiddleName, client.LastName, client.Suffix }.Where(p => p is not null)) is { Length: > 0 } name ? name : "Name not in our files";

    /// <summary>The birth date as far as it is known.</summary>
    public static string Born(IdentifyingRecord client) => client.BirthDate switch
    {
        { IsWhole: true, Year: var y, Month: { } m, Day: { } d } => Day(new DateOnly(y, m, d)),
        { Year: var y, Month: { } m } => $"{s_english.DateTimeFormat.GetAbbreviatedMonthName(m)} {y}",
        { Year: var y } => y.ToString(CultureInfo.InvariantCulture),
        null => "not in our files",
    };

    /// <summary>A date such as Feb 3, 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("MMM d, yyyy", s_english);

    /// <summary>A moment in the agency's own time.</summary>
    public static string Moment(DateTimeOffset at) => at.ToLocalTime().ToString("MMM d, yyyy h:mm tt", s_english);
}
