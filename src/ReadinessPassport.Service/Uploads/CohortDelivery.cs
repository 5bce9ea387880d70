using System.Text.Json.Nodes;
using Npgsql;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>A cohort package that passed every check.</summary>
internal sealed record CohortDelivery(Upload Upload, UploadFiles Files, string SchemaSha256, int Rows, JsonObject Details) : VerifiedDelivery(Rows, Details)
{
    /// <summary>Verifies a package: form, digests, counts, signature, agency, agreement, schema, handles, encodings.</summary>
    /// <exception cref="PassportException">Why it is refused.</exception>
    public static Task<VerifiedDelivery> VerifyAsync(Upload upload, UploadFiles files, PublicIdentity identity, DeliveryTerms terms, CancellationToken ct) =>
        throw new PassportException(UploadErrors.Unreadable("The file is not a cohort package."));

    /// <inheritdoc/>
    public override async Task StoreAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var package = Files.Read(Upload.Id);
        await Letterbox.DropAsync(transaction, Upload, package, SchemaSha256, Rows, ct);
    }
}
