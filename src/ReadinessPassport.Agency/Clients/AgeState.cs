namespace ReadinessPassport.Agency.Clients;

/// <summary>The age state that the policy's signer table asks for. It is computed here, where the birth date is known, and only its code is attested to the hub.</summary>
internal static class AgeState
{
    /// <summary>child, youth, early-college or adult on a day.</summary>
    /// <param name="born">Date of birth.</param>
    /// <param name="on">The day it is asked for.</param>
    /// <param name="gradeNineOrLater">Whether the child has entered Grade 9.</param>
    /// <param name="inPostsecondary">Whether the young person attends an institution of postsecondary education.</param>
    /// <remarks>603 CMR 23.02, 23.07 (14 years or Grade 9); 34 CFR 99.3, 99.5 (18 years or postsecondary). Counsel to confirm.</remarks>
    public static string On(DateOnly born, DateOnly on, bool gradeNineOrLater = false, bool inPostsecondary = false) => Years(born, on) switch
    {
        >= 18 => "adult",
        _ when inPostsecondary => "early-college",
        >= 14 => "youth",
        _ => gradeNineOrLater ? "youth" : "child",
    };

    /// <summary>The last day a consent may count that a parent signs: the end of the month before the month of the 18th birthday, so that the hub does not learn the birthday.</summary>
    public static DateOnly LastDayOfParentsConsent(DateOnly born)
    {
        var eighteen = new DateOnly(born.Year + 18, born.Month, 1);
        return eighteen.AddDays(-1);
    }

    // Somebody born on February 29 is a year older on March 1 of a common year.
    private static int Years(DateOnly born, DateOnly on) => on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
