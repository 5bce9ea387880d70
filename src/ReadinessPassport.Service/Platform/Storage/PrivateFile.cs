namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>Files with secrets: readable by their owner only from their first byte on, and never half-written.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes beside and renames, so that a reader sees the old text or the new one.</summary>
    public static void Write(string path, string text)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        using (var stream = new FileStream(beside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>A folder nobody else may enter.</summary>
    public static string Folder(string path) =>
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
