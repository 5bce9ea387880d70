using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using ReadinessPassport.Transparency.Notes;
using ReadinessPassport.Transparency.Witnesses;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Agency.Commands.Witnessing;

/// <summary>The last cosigned checkpoint in a file: written beside it, flushed to the disk, then renamed over it, so that a power failure leaves the old one or the new one.</summary>
internal sealed class WitnessFile(string path) : IWitnessMemory
{
    /// <inheritdoc/>
    public SignedNote? Last()
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var note = SignedNote.Parse(File.ReadAllText(path));
            Checkpoint.Parse(note);
            return note;
        }
        catch (InvalidDataException e)
        {
            throw new PassportException(WitnessErrors.Unreadable(path), e);
        }
    }

    /// <inheritdoc/>
    public void Keep(SignedNote note)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(note.ToString()));
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
        if (!OperatingSystem.IsWindows())
            FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    // The rename itself lies in the folder, and survives only once that is on the disk too.
    private static void FlushFolder(string folder)
    {
        using SafeFileHandle handle = Native.Open(folder, 0);
        if (!handle.IsInvalid)
            _ = Native.Flush(handle);
    }

    private static class Native
    {
#pragma warning disable SYSLIB1054, CA2101 // Two calls of libc; a generated stub would need unsafe code in this project.
        [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi)]
        public static extern SafeFileHandle Open(string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        public static extern int Flush(SafeFileHandle handle);
#pragma warning restore SYSLIB1054, CA2101
    }
}
