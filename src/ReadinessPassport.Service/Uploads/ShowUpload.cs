using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Web;

namespace ReadinessPassport.Service.Uploads;

/// <summary>An agency asks how far its deliveries are, or gives one up.</summary>
internal static class ShowUpload
{
    /// <summary>tus HEAD: where to go on.</summary>
    public static async Task<Results<Ok, ProblemHttpResult>> Offset(string id, HttpContext context, Caller caller, UploadTable uploads, UploadFiles files, UploadCompletion completion, CancellationToken ct)
    {
        if (await uploads.FindAsync(id, caller.Agency, ct) is not { } upload)
            return HubProblems.NotFound();
        var received = upload.State == UploadState.Receiving ? files.Received(upload.Id) : upload.Length;
        if (upload.State == UploadState.Receiving && received == upload.Length)
            await completion.CompleteAsync(upload.Id, ct); // the process that took the last byte was killed before it could
        var headers = context.Response.Headers;
        headers["Upload-Offset"] = received.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }

    /// <summary>One delivery and its outcome.</summary>
    public static async Task<Results<Ok<UploadAnswer>, ProblemHttpResult>> One(string id, Caller caller, UploadTable uploads, UploadFiles files, CancellationToken ct) =>
        await uploads.FindAsync(id, caller.Agency, ct) is { } upload ? TypedResults.Ok(upload.Answer(files.Received(upload.Id))) : HubProblems.NotFound();

    /// <summary>The agency's newest deliveries.</summary>
    public static async Task<Ok<IReadOnlyList<UploadAnswer>>> All(Caller caller, UploadTable uploads, UploadFiles files, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<UploadAnswer>>([.. (await uploads.ListAsync(caller.Agency, 100, ct)).Select(u => u.Answer(files.Received(u.Id)))]);

    /// <summary>tus termination: gives an unfinished delivery up.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Cancel(string id, Caller caller, UploadTable uploads, UploadFiles files, CancellationToken ct)
    {
        if (await uploads.FindAsync(id, caller.Agency, ct) is not { } upload)
            return HubProblems.NotFound();
        if (!await uploads.CancelAsync(upload.Id, ct))
            return HubProblems.Of(409, UploadErrors.Complete());
        files.Delete(upload.Id);
        return TypedResults.NoContent();
    }
}
