using ReadinessPassport.Policy;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>Private signing keys lie in files that their owner alone can read.</summary>
internal static class SigningKeyFile
{
    private const string Prefix = "file:";

    /// <summary>Reads the key that an option names.</summary>
    public static SigningKeyPair Read(string option)
    {
        if (!option.StartsWith(Prefix, StringComparison.Ordinal))
            throw PolicyErrors.BadKey("the key is given as file:PATH");
        var path = option[Prefix.Length..];
        if (!File.Exists(path))
            throw PolicyErrors.BadKey($"{path} is not there");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
            throw PolicyErrors.BadKey($"{path} can be read by others; chmod 600 {path}");
        return SigningKeyPair.FromPem(File.ReadAllText(path)) ?? throw PolicyErrors.BadKey($"{path} is no Ed25519 private key in PEM");
    }

    /// <summary>Writes a new key, never over an old one.</summary>
    public static void Write(string path, SigningKeyPair key)
    {
        if (File.Exists(path))
            throw PolicyErrors.BadKey($"{path} is there already and stays as it is");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(key.ToPem());
    }
}
