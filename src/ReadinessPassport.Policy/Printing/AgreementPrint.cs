using System.Security.Cryptography;
using System.Text;

namespace ReadinessPassport.Policy;

/// <summary>An agreement in plain English: one sentence or two for each clause. This is what a commissioner reads and signs, beside the text that is enforced.</summary>
public sealed class AgreementPrint
{
    private AgreementPrint(string body) => (Body, Sha256) = (body, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));

    /// <summary>The number of the sentence templates in use. Every format somebody signed is kept: see <see cref="Knows"/>.</summary>
    public const int Format = 1;

    /// <summary>UTF-8, LF, at most 100 columns, without status and digests.</summary>
    public string Body { get; }

    /// <summary>Digest of <see cref="Body"/>, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Whether this engine can print in a format that was signed.</summary>
    public static bool Knows(int format) => format == 1;

    /// <summary>Prints an agreement with the labels of the folder's vocabularies.</summary>
    /// <exception cref="ArgumentException">The format is not known.</exception>
    public static AgreementPrint Of(Agreement agreement, PolicyFolder folder, int format = Format)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(folder);
        if (!Knows(format))
            throw new ArgumentException($"There is no print format {format}.", nameof(format));
        return new AgreementPrint(new PrintFormat1(agreement, folder.Vocabulary!).Print());
    }
}
