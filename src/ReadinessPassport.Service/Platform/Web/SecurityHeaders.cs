namespace ReadinessPassport.Service.Platform.Web;

/// <summary>The headers every answer carries. No script from elsewhere, no inline script or style, no framing, nothing kept by caches unless an endpoint says so.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // The edge's sign-in ends on a loopback address of the caseworker's own machine; Chromium applies form-action to the redirect after a form.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
