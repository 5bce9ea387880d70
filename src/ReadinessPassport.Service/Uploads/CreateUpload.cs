using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Web;

namespace ReadinessPassport.Service.Uploads;

/// <summary>An agency announces a delivery (tus creation). Announcing the same bytes again gives the same upload, so a client that lost the answer may simply repeat.</summary>
internal static class CreateUpload
{
    public static async Task<Results<Created, ProblemHttpResult>> Handle(
        HttpContext context, Caller caller, UploadTable uploads, UploadFiles files, Agencies agencies, IOptions<UploadOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var asked = UploadRequest.Read(context.Request.Headers, options.Value.LargestBytes);
        if (!await agencies.IsActiveAsync(caller.Agency.Code, ct))
            return HubProblems.Of(403, UploadErrors.Suspended());
        if (await uploads.AnnouncedAsync(caller.Agency, ct) + asked.Length > options.Value.AgencyBytes || files.FreeBytes() - asked.Length < options.Value.FreeBytes)
            return HubProblems.Of(507, UploadErrors.Quota());
        var upload = await uploads.CreateAsync(caller.Agency, asked, clock.GetUtcNow() + options.Value.KeptFor, ct);
        var headers = context.Response.Headers;
        headers["Upload-Offset"] = (upload.State == UploadState.Receiving ? files.Received(upload.Id) : upload.Length).ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return TypedResults.Created($"/api/uploads/{upload.Id}");
    }
}
