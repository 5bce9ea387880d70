using System.Text;

namespace ReadinessPassport.Transparency.Notes;

/// <summary>A text and signatures under it (C2SP signed-note): the form of checkpoints.</summary>
/// <param name="Text">Ends with a newline; what is signed.</param>
/// <param name="Signatures">At least one. Signatures by keys the reader does not know are kept and count for nothing.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int Largest = 1 << 20;
    private const int MostSignatures = 100;

    /// <summary>Reads a note.</summary>
    /// <exception cref="InvalidDataException">Not a note, or larger than 1 MiB, or with more than 100 signatures.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (note.Length > Largest || end < 0 || end + 2 == note.Length || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n'))
            throw new InvalidDataException("Not a signed note: no blank line between text and signatures, or a control character.");
        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures)
            throw new InvalidDataException("A note with more than 100 signatures.");
        return new(note[..(end + 1)], [.. lines.Select(l => NoteSignature.Parse(l) ?? throw new InvalidDataException("A line after the blank one is not a signature."))]);
    }

    /// <summary>The note with another signature under it.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    /// <summary>The note as it is served.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(signature).Append('\n');
        return note.ToString();
    }
}
