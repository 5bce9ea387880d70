using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.Agency.Commands;

/// <summary>Files that appear whole or not at all, and never over another.</summary>
internal static class NewFile
{
    /// <summary>Writes under a temporary name, onto the disk, then gives the file its name.</summary>
    /// <param name="path">Where to; must not exist.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="secret">Whether only its owner may read it.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool secret)
    {
        if (File.Exists(path))
            throw KeyErrors.Exists(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: false);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
