using Hangfire;
using ReadinessPassport.Service.Platform.Jobs;

namespace ReadinessPassport.Service.Uploads;

/// <summary>The last byte of an upload is here: it goes to verification, once.</summary>
internal sealed class UploadCompletion(UploadTable uploads, IBackgroundJobClient jobs)
{
    /// <summary>Marks the upload complete and asks for its verification. Called again, it does nothing.</summary>
    /// <remarks>A process killed between the two leaves an upload that waits; <see cref="SweepUploads"/> asks again.</remarks>
    public async Task CompleteAsync(string id, CancellationToken ct)
    {
        if (await uploads.CompleteAsync(id, ct))
            Verify(id);
    }

    /// <summary>Asks for the verification of a complete upload. Asking twice does no harm.</summary>
    public void Verify(string id) => jobs.Enqueue<VerifyUpload>(Queues.Web, job => job.RunAsync(id, CancellationToken.None));
}
