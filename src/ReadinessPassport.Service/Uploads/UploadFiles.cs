using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Uploads;

/// <summary>
/// The bytes received so far, a file an upload below <c>DATA/uploads</c>. The file's length is the offset: what was written and survived is what
/// counts, whatever became of the process that wrote it.
/// </summary>
internal sealed class UploadFiles(HubOptions options)
{
    private readonly string _folder = PrivateFile.Folder(Path.Combine(options.Data, "uploads"));

    /// <summary>How many bytes are here; 0 when nothing has arrived.</summary>
    public long Received(string upload) => new FileInfo(PathOf(upload)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Opens the file to be continued, by one request at a time.</summary>
    /// <returns>Null when another request has it open.</returns>
    public FileStream? Continue(string upload)
    {
        try
        {
            var stream = new FileStream(PathOf(upload), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            stream.Seek(0, SeekOrigin.End);
            return stream;
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens the complete file to be read, from the start, seekable.</summary>
    public FileStream Read(string upload) => new(PathOf(upload), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    /// <summary>Removes the file; nothing happens when there is none.</summary>
    public void Delete(string upload) => File.Delete(PathOf(upload));

    /// <summary>The uploads of which a file is here, whatever became of them.</summary>
    public IEnumerable<string> Kept() => Directory.EnumerateFiles(_folder, "*.part").Select(f => Path.GetFileNameWithoutExtension(f)!);

    /// <summary>Bytes free on the disk.</summary>
    public long FreeBytes() => new DriveInfo(_folder).AvailableFreeSpace;

    // The id comes from the database, never from the request.
    private string PathOf(string upload) => Path.Combine(_folder, upload + ".part");
}
