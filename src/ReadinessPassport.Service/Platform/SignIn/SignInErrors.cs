using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>What can be wrong with an account or an agency, each code declared here and nowhere else.</summary>
internal static class SignInErrors
{
    private const int ShortestPassword = 12;
    private const int LongestPassword = 256;

    /// <exception cref="PassportException">RP5013: not an address.</exception>
    public static void CheckEmail(string email)
    {
        if (email is not { Length: >= 3 and <= 254 } || email.IndexOf('@', StringComparison.Ordinal) is var at && (at <= 0 || at == email.Length - 1) || email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new PassportException("RP5013", ExitCode.Usage, "The account's address does not look like somebody@agency.example.", "passport-hub user add somebody@agency.example --agency MA.DESE --role data-steward --password-file FILE");
    }

    /// <exception cref="PassportException">RP5014: no such role, or none.</exception>
    public static void CheckRoles(IReadOnlyList<string> roles)
    {
        if (roles.Count == 0 || roles.Any(r => !Roles.OfPeople.Contains(r)))
            throw new PassportException("RP5014", ExitCode.Usage, $"A person's roles are among {string.Join(", ", Roles.OfPeople)}.", "Give --role once for each role.");
    }

    /// <exception cref="PassportException">RP5015: too short or too long.</exception>
    public static void CheckPassword(string password)
    {
        if (password is not { Length: >= ShortestPassword and <= LongestPassword })
            throw new PassportException("RP5015", ExitCode.Usage, $"A password has {ShortestPassword} to {LongestPassword} characters.", "Put a longer one into the password file; a sentence will do.");
    }

    /// <summary>RP5016: the agency was never added.</summary>
    public static PassportException UnknownAgency(DataOwnerId agency) => new("RP5016", ExitCode.Usage, $"No agency {agency} is registered.", $"passport-hub agency add {agency} --name NAME --public identity.pub.json");

    /// <summary>RP5017: the file with an agency's public identity is not one.</summary>
    public static PassportException NotAnIdentity(string file, string what) => new("RP5017", ExitCode.BadInput, $"{file}: {what}.", "Ask the agency for the identity.pub.json that passport-agency key new wrote.");

    /// <summary>RP5018: the identity is another agency's.</summary>
    public static PassportException AnotherAgency(string file, DataOwnerId asked) => new("RP5018", ExitCode.BadInput, $"{file}: the identity is not of {asked}.", "Check the code, and the fingerprint by telephone.");
}
