using System.Text.Json.Nodes;
using Npgsql;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>A facts file that passed every check.</summary>
internal sealed record FactsDelivery(Upload Upload, UploadFiles Files, int Rows, JsonObject Details) : VerifiedDelivery(Rows, Details)
{
    /// <summary>Verifies a facts file.</summary>
    /// <exception cref="PassportException">Why it is refused.</exception>
    public static Task<VerifiedDelivery> VerifyAsync(Upload upload, UploadFiles files, PublicIdentity identity, DeliveryTerms terms, CancellationToken ct) =>
        throw new PassportException(UploadErrors.Unreadable("The file is not a facts file."));

    /// <inheritdoc/>
    public override Task StoreAsync(NpgsqlTransaction transaction, CancellationToken ct) => Task.CompletedTask;
}
