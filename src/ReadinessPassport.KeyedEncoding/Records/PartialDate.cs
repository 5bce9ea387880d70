namespace ReadinessPassport.KeyedEncoding.Records;

/// <summary>A date of which the month or the day may be unknown, as FHIR allows.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31, or null; never without a month.</param>
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>Whether day, month and year are known and make a real date.</summary>
    public bool IsWhole => Month is { } m && Day is { } d && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(Math.Clamp(Year, 1, 9999), m);

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => "PartialDate (hidden)";
}
