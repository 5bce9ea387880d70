using System.Globalization;

namespace ReadinessPassport.Transparency.Notes;

/// <summary>The head of a log: how many entries, and the root over them (C2SP tlog-checkpoint). Signed, it commits the log to every entry before it.</summary>
/// <param name="Origin">The log's name, such as <c>commonwealth/readiness-passport</c>; also the name of its key.</param>
/// <param name="Size">Entries.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed: three lines.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a checkpoint's note; whether anybody signed it is another question.</summary>
    /// <exception cref="InvalidDataException">Not a checkpoint.</exception>
    public static Checkpoint Parse(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var lines = note.Text.Split('\n');
        var root = new byte[33];
        if (lines.Length < 4 || !NoteKey.IsName(lines[0])
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || lines[1] != size.ToString(CultureInfo.InvariantCulture)
            || lines[2].Length != 44 || !Convert.TryFromBase64String(lines[2], root, out var length) || length != 32)
            throw new InvalidDataException("Not a checkpoint: its lines are origin, size in decimal and root in base64.");
        return new(lines[0], size, root[..32]);
    }
}
