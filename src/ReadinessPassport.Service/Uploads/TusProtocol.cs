using System.Globalization;
using Microsoft.Extensions.Options;
using ReadinessPassport.Service.Platform.Web;

namespace ReadinessPassport.Service.Uploads;

/// <summary>What every answer of the tus protocol carries, and what the hub offers of it.</summary>
internal static class TusProtocol
{
    private const string Version = "1.0.0";

    /// <summary>Refuses other versions and says ours; a client that names none is taken at its word.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["Tus-Resumable"] = Version;
        var asked = context.HttpContext.Request.Headers["Tus-Resumable"];
        if (asked.Count > 0 && asked != Version)
        {
            context.HttpContext.Response.Headers["Tus-Version"] = Version;
            return HubProblems.Of(412, UploadErrors.Version());
        }
        return await next(context);
    }

    /// <summary>tus OPTIONS: what this server can do.</summary>
    public static Microsoft.AspNetCore.Http.HttpResults.NoContent Options(HttpContext context, IOptions<UploadOptions> options)
    {
        var headers = context.Response.Headers;
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,expiration,termination";
        headers["Tus-Max-Size"] = options.Value.LargestBytes.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }
}
