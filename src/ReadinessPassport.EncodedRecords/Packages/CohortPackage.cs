using System.IO.Compression;
using System.Security.Cryptography;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>
/// A cohort package (<c>.rpc</c>): a stored ZIP of <c>manifest.json</c>, <c>manifest.sig</c> and <c>records.arrow</c>, described in docs/formats/cohort-package.md so that a stranger could write one.
/// </summary>
public static class CohortPackage
{
    private const int LargestManifest = 1 << 20;
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // what ZIP calls the beginning; the manifest says when

    /// <summary>Writes a package. Rows stand in the cohort's order: shuffle before.</summary>
    /// <param name="output">Where to; only written to, forwards.</param>
    /// <param name="scratch">Empty, readable and seekable: holds the records while their digest is taken.</param>
    /// <param name="cohort">The records.</param>
    /// <param name="manifest">What the package says of itself; its digest and row count are filled in here.</param>
    /// <param name="sign">Ed25519 over the manifest's bytes, by the agency's key.</param>
    /// <returns>The manifest as written.</returns>
    public static CohortManifest Write(Stream output, Stream scratch, EncodedCohort cohort, CohortManifest manifest, Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(sign);
        RecordsWriter.Write(scratch, cohort);
        scratch.Position = 0;
        var digest = Convert.ToHexStringLower(SHA256.HashData(scratch));
        var written = manifest with { RecordsSha256 = digest, Rows = cohort.Count, PlainIds = cohort.PlainIds is not null, Missing = MissingRates(cohort) };
        var bytes = written.ToBytes();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", bytes);
        Add(zip, "manifest.sig", sign(bytes));
        var entry = zip.CreateEntry("records.arrow", CompressionLevel.NoCompression);
        entry.LastWriteTime = s_noTime;
        using var records = entry.Open();
        scratch.Position = 0;
        scratch.CopyTo(records);
        return written;
    }

    /// <summary>Opens a package and checks everything in it before any of it is used.</summary>
    /// <param name="package">Readable and seekable.</param>
    /// <param name="name">How errors call it: a file's name or an upload's id.</param>
    /// <param name="check">Whether the signature is the agency's.</param>
    /// <exception cref="PassportException">RP3001 to RP3005, RP2201, RP2202.</exception>
    public static (CohortManifest Manifest, EncodedCohort Cohort) Read(Stream package, string name, SignatureCheck check)
    {
        var (manifest, zip) = Open(package, name, check);
        using (zip)
        {
            using var records = new MemoryStream();
            try
            {
                using var part = zip.GetEntry("records.arrow")!.Open();
                part.CopyTo(records);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                throw PackageErrors.NotAPackage(name, "damaged", e);
            }
            records.Position = 0;
            if (Convert.ToHexStringLower(SHA256.HashData(records)) != manifest.RecordsSha256)
                throw PackageErrors.Digest(name);
            records.Position = 0;
            return (manifest, RecordsReader.Read(records, manifest, manifest.PlainIds ? name : manifest.Agency.Code, name));
        }
    }

    /// <summary>Reads and checks the manifest alone.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public static CohortManifest ReadManifest(Stream package, string name, SignatureCheck check)
    {
        var (manifest, zip) = Open(package, name, check);
        zip.Dispose();
        return manifest;
    }

    private static (CohortManifest, ZipArchive) Open(Stream package, string name, SignatureCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            // Exactly these three, in this order, stored: a package has one form, and nothing rides along.
            if (!zip.Entries.Select(e => e.FullName).SequenceEqual(["manifest.json", "manifest.sig", "records.arrow"]) || zip.Entries.Any(e => e.CompressedLength != e.Length))
                throw PackageErrors.NotAPackage(name, "expected manifest.json, manifest.sig and records.arrow, stored");
            var bytes = Small(zip.Entries[0], name);
            var signature = Small(zip.Entries[1], name);
            var manifest = CohortManifest.Parse(bytes, name);
            if (signature.Length != 64 || !check(manifest, bytes, signature))
                throw PackageErrors.Signature(name);
            return (manifest, zip);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException and not FileNotFoundException)
        {
            zip?.Dispose();
            throw PackageErrors.NotAPackage(name, "truncated or damaged", e);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    private static byte[] Small(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > LargestManifest)
            throw PackageErrors.NotAPackage(name, $"{entry.FullName} is larger than 1 MiB");
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = s_noTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static Dictionary<string, int> MissingRates(EncodedCohort cohort) => cohort.Fields.ToDictionary(f => f.Schema.Name, f =>
    {
        var missing = Enumerable.Range(0, cohort.Count).Count(i => f.Filter?.IsMissing(i) ?? (f.Value is { } v ? v[i] == 0 : f.History is { } h && h[i].IsEmpty));
        return cohort.Count == 0 ? 0 : (int)Math.Ceiling(20.0 * missing / cohort.Count);
    });
}
