namespace ReadinessPassport.Service.Uploads;

/// <summary>
/// Every few minutes, what killed processes left: complete uploads that nobody verifies go to verification, those nobody continued are forgotten,
/// files of decided ones are removed.
/// </summary>
internal sealed class SweepUploads(UploadTable uploads, UploadFiles files, UploadCompletion completion, TimeProvider clock)
{
    /// <summary>Runs once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var upload in await uploads.UnfinishedAsync(ct))
        {
            if (upload.State == UploadState.Checking)
                completion.Verify(upload.Id);
            else if (files.Received(upload.Id) == upload.Length)
                await completion.CompleteAsync(upload.Id, ct);
            else if (upload.ExpiresAt < clock.GetUtcNow() && await uploads.CancelAsync(upload.Id, ct))
                files.Delete(upload.Id);
        }
        foreach (var id in files.Kept())
        {
            if (await uploads.FindAsync(id, ct) is not { State: UploadState.Receiving or UploadState.Checking })
                files.Delete(id);
        }
    }
}
