using ReadinessPassport.EncodedRecords.Packages;
using ReadinessPassport.KeyedEncoding.Keys;

namespace ReadinessPassport.KeyedEncoding.Encoders;

/// <summary>What an edge knows when it starts a package; the writer fills in the rest.</summary>
public static class PackageManifest
{
    /// <summary>Begins a manifest.</summary>
    /// <param name="key">The project's key.</param>
    /// <param name="encoder">The encoder of the project's schema under that key.</param>
    /// <param name="identity">The agency that signs.</param>
    /// <param name="agreement">The agreement under which records are sent; empty in benchmarks.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <param name="created">When; cut to the second.</param>
    /// <param name="leftOut">How many records stayed at home, by code, as <see cref="EncodedCohortBuilder.LeftOut"/> tells it.</param>
    public static CohortManifest Begin(ProjectKey key, RecordEncoder encoder, PublicIdentity identity, string agreement, string program, DateTimeOffset created, IReadOnlyDictionary<string, string>? leftOut = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(identity);
        return new()
        {
            Project = key.Project,
            Epoch = key.Epoch,
            Agency = identity.Agency,
            Agreement = agreement,
            Schema = encoder.Schema,
            Program = program,
            KeyCheck = key.CheckValue(encoder.Schema),
            Canaries = Canaries.DigestOf(encoder),
            Rows = 0,
            RecordsSha256 = "",
            Created = new(created.UtcDateTime.AddTicks(-(created.UtcDateTime.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero),
            Signer = identity.Fingerprint,
            LeftOut = leftOut ?? new Dictionary<string, string>(),
        };
    }
}
