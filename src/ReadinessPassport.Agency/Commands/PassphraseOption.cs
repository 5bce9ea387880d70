using System.CommandLine;
using ReadinessPassport.KeyedEncoding.Keys;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Commands;

/// <summary>Where passphrases come from: a file, standard input, or a person at a terminal. Never an argument, which every process of the machine could read.</summary>
internal static class PassphraseOption
{
    private const int LargestFile = 4096;

    /// <summary>The option <c>--passphrase-file</c>, one for each command.</summary>
    public static Option<string?> Create() => new("--passphrase-file") { Description = "file with the passphrase, or - for standard input; without it a terminal asks", HelpName = "FILE" };

    /// <summary>Reads a passphrase that opens something.</summary>
    /// <exception cref="PassportException">RP2304: there is none.</exception>
    public static Passphrase Read(string? file, string question = "Passphrase: ")
    {
        if (file is null)
            return Ask(question);
        using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        var bytes = new byte[LargestFile + 1];
        try
        {
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > LargestFile)
                throw KeyErrors.NoPassphrase("the passphrase file is larger than 4 KiB");
            var passphrase = new Passphrase(bytes.AsSpan(0, length));
            return passphrase.IsEmpty ? throw KeyErrors.NoPassphrase("the passphrase is empty") : passphrase;
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Reads a passphrase for a new file: long enough, and typed twice at a terminal.</summary>
    /// <exception cref="PassportException">RP2304: there is none, it is too short, or the two differ.</exception>
    public static Passphrase ReadNew(string? file)
    {
        var passphrase = Read(file, "New passphrase: ");
        if (passphrase.IsTooShort)
            throw KeyErrors.NoPassphrase($"the passphrase is shorter than {Passphrase.Shortest} characters");
        if (file is null)
        {
            using var again = Ask("Again: ");
            if (!passphrase.IsSameAs(again))
                throw KeyErrors.NoPassphrase("the two passphrases differ");
        }
        return passphrase;
    }

    private static Passphrase Ask(string question)
    {
        if (Console.IsInputRedirected)
            throw KeyErrors.NoPassphrase("no passphrase was given, and there is no terminal to ask at");
        Console.Error.Write(question);
        Span<char> typed = stackalloc char[512];
        var length = 0;
        try
        {
            while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            {
                if (key.Key == ConsoleKey.Backspace)
                    length = Math.Max(0, length - 1);
                else if (!char.IsControl(key.KeyChar) && length < typed.Length)
                    typed[length++] = key.KeyChar;
            }
            Console.Error.WriteLine();
            return length == 0 ? throw KeyErrors.NoPassphrase("the passphrase is empty") : new Passphrase(typed[..length]);
        }
        finally
        {
            typed.Clear();
        }
    }
}
