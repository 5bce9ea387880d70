using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using ReadinessPassport.Service.Platform.Log;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>
/// The job that decides a complete upload. Everything is verified before anything is taken; taking it over, the outcome and its log entry are one
/// transaction. It may run twice: the upload's row is taken first, and a decided one is left alone.
/// </summary>
internal sealed class VerifyUpload(UploadTable uploads, UploadFiles files, WebDatabase database, Agencies agencies, DeliveryTerms terms)
{
    /// <summary>Runs once for the upload with this id.</summary>
    public async Task RunAsync(string id, CancellationToken ct)
    {
        if (await uploads.FindAsync(id, ct) is not { State: UploadState.Checking } upload)
            return;
        try
        {
            await AcceptAsync(upload, await VerifyAsync(upload, ct), ct);
        }
        catch (PassportException e) when (e.Error.Exit is not (ExitCode.Unexpected or ExitCode.Unreachable))
        {
            await RefuseAsync(upload, e.Error, ct);
        }
        files.Delete(upload.Id);
    }

    private async Task<VerifiedDelivery> VerifyAsync(Upload upload, CancellationToken ct)
    {
        var identity = await agencies.IdentityAsync(new(upload.Agency), ct) ?? throw new PassportException(UploadErrors.Suspended());
        await using (var file = files.Read(upload.Id))
        {
            if (file.Length != upload.Length || !CryptographicOperations.FixedTimeEquals(await SHA256.HashDataAsync(file, ct), upload.Sha256))
                throw new PassportException(UploadErrors.Digest());
        }
        return upload.Kind == UploadKind.Cohort
            ? await CohortDelivery.VerifyAsync(upload, files, identity, terms, ct)
            : await FactsDelivery.VerifyAsync(upload, files, identity, terms, ct);
    }

    private Task AcceptAsync(Upload upload, VerifiedDelivery delivery, CancellationToken ct) =>
        DecideAsync(upload, "upload-accepted", delivery.Details, delivery.Rows, null, transaction => delivery.StoreAsync(transaction, ct), ct);

    private Task RefuseAsync(Upload upload, PassportError error, CancellationToken ct) =>
        DecideAsync(upload, "upload-refused", new() { ["code"] = error.Code }, null,
            new() { ["code"] = error.Code, ["title"] = "The delivery was refused.", ["detail"] = error.Message, ["next"] = error.Next }, _ => Task.CompletedTask, ct);

    private async Task DecideAsync(Upload upload, string kind, JsonObject details, int? rows, JsonObject? problem, Func<NpgsqlTransaction, Task> store, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await UploadTable.TakeAsync(transaction, upload.Id, ct))
            return;
        await store(transaction);
        details["sha256"] = Convert.ToHexStringLower(upload.Sha256);
        details["kind"] = upload.Kind == UploadKind.Cohort ? "cohort" : "facts";
        var receipt = await AuditLog.AppendAsync(transaction, new(kind, new(upload.Agency, Roles.Machine),
            new Dictionary<string, string> { ["upload"] = upload.Id, ["agreement"] = upload.Agreement }) { Payload = details }, ct);
        await UploadTable.DecideAsync(transaction, upload.Id, receipt, rows, problem, ct);
        await transaction.CommitAsync(ct);
    }
}
