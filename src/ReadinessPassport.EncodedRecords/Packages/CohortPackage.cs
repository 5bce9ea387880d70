using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.EncodedRecords.Packages;

/// <summary>
/// A cohort package (<c>.rpc</c>): a stored ZIP of <c>manifest.json</c>, <c>manifest.sig</c> and <c>records.arrow</c>, described in docs/formats/cohort-package.md so that a stranger could write one.
/// </summary>
public static class CohortPackage
{
    private const int LargestManifest = 1 << 20;

    /// <summary>The parts, in their order.</summary>
    internal static IReadOnlyList<string> Parts { get; } = ["manifest.json", "manifest.sig", "records.arrow"];

    /// <summary>Writes a package of records that are in memory. Rows come out in the order of their handles.</summary>
    /// <param name="output">Where to; only written to, forwards.</param>
    /// <param name="scratch">Empty, readable and seekable: holds the records while their digest is taken. Closed here.</param>
    /// <param name="cohort">The records.</param>
    /// <param name="manifest">What the package says of itself; its digest and counts are filled in here.</param>
    /// <param name="sign">Ed25519 over the manifest's bytes, by the agency's key.</param>
    /// <returns>The manifest as written.</returns>
    public static CohortManifest Write(Stream output, Stream scratch, EncodedCohort cohort, CohortManifest manifest, Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        // Buckets of what is in memory anyway may wait in memory; the one large scratch is the caller's.
        var (given, finishing) = (scratch, false);
        using var writer = new CohortPackageWriter(cohort.Schema, cohort.PlainIds is not null, () => finishing ? given : new MemoryStream());
        writer.Append(cohort);
        finishing = true;
        return writer.Finish(output, manifest, sign);
    }

    /// <summary>Opens a package and checks everything in it before any of it is used.</summary>
    /// <param name="package">Readable and seekable.</param>
    /// <param name="name">How errors call it: a file's name or an upload's id.</param>
    /// <param name="check">Whether the signature is the agency's.</param>
    /// <exception cref="PassportException">RP3001 to RP3005, RP2201, RP2202.</exception>
    public static (CohortManifest Manifest, EncodedCohort Cohort) Read(Stream package, string name, SignatureCheck check)
    {
        var (manifest, records) = OpenRecords(package, name, check);
        return (manifest, RecordsReader.Read(records, manifest, manifest.PlainIds ? name : manifest.Agency.Code, name));
    }

    /// <summary>Checks everything in a package and keeps nothing of it: memory does not grow with its rows.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    /// <exception cref="PassportException">As <see cref="Read"/>.</exception>
    public static CohortManifest Verify(Stream package, string name, SignatureCheck check)
    {
        var (manifest, records) = OpenRecords(package, name, check);
        RecordsReader.Verify(records, manifest, name);
        return manifest;
    }

    /// <summary>Reads and checks the manifest alone.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public static CohortManifest ReadManifest(Stream package, string name, SignatureCheck check) => Open(package, name, check).Manifest;

    private static (CohortManifest, Stream) OpenRecords(Stream package, string name, SignatureCheck check)
    {
        var (manifest, part, start) = Open(package, name, check);
        try
        {
            var records = new StreamPart(package, start, part.Length);
            if (CohortPackageWriter.Checksums(records) != (manifest.RecordsSha256, part.Crc))
                throw PackageErrors.Digest(name);
            records.Position = 0;
            return (manifest, records);
        }
        catch (IOException e)
        {
            throw PackageErrors.NotAPackage(name, "truncated or damaged", e);
        }
    }

    private static (CohortManifest Manifest, StoredZip.Part Records, long Start) Open(Stream package, string name, SignatureCheck check)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(check);
        try
        {
            // Exactly these three, in this order, stored, in the one form: nothing rides along.
            var parts = StoredZip.Read(package, Parts) ?? throw PackageErrors.NotAPackage(name, "expected manifest.json, manifest.sig and records.arrow, stored; it may be truncated");
            if (parts[0].Part.Length > LargestManifest || parts[1].Part.Length != 64)
                throw PackageErrors.NotAPackage(name, "a manifest larger than 1 MiB, or no signature of 64 bytes");
            var (bytes, signature) = (new byte[parts[0].Part.Length], new byte[64]);
            package.Position = parts[0].Start;
            package.ReadExactly(bytes);
            package.Position = parts[1].Start;
            package.ReadExactly(signature);
            if (Crc32.Of(bytes) != parts[0].Part.Crc || Crc32.Of(signature) != parts[1].Part.Crc)
                throw PackageErrors.NotAPackage(name, "truncated or damaged");
            var manifest = CohortManifest.Parse(bytes, name);
            if (!check(manifest, bytes, signature))
                throw PackageErrors.Signature(name);
            return (manifest, parts[2].Part, parts[2].Start);
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            throw PackageErrors.NotAPackage(name, "truncated or damaged", e);
        }
    }
}
