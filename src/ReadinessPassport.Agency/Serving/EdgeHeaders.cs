namespace ReadinessPassport.Agency.Serving;

/// <summary>The headers every page of the edge carries: nothing from elsewhere, nothing kept by caches, no framing.</summary>
internal sealed class EdgeHeaders(RequestDelegate next, EdgeOptions options)
{
    // A form that needs a new sign-in ends in a redirect to the issuer; Chromium applies form-action to it.
    private readonly string _policy = $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self' {new Uri(options.Issuer ?? options.Hub).GetLeftPart(UriPartial.Authority)}; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Sets them before anything answers.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (!context.Request.Path.StartsWithSegments("/_content"))
            headers.CacheControl = "no-store";
        return next(context);
    }
}
