using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>
/// Every problem the hub answers over HTTP is made here (RFC 9457), so that the list of what can go wrong can be read. Each carries
/// <c>code</c>, an RP code with its page in docs/reference/errors, and <c>next</c>, what to do. None repeats what the caller sent.
/// </summary>
internal static class HubProblems
{
    /// <summary>Nobody is signed in, or the token has expired.</summary>
    public static ProblemHttpResult SignIn() => Make(401, "RP5021", "Sign-in is needed.", "No valid access token came with the request.", "Ask /connect/token for a token and send it as Authorization: Bearer.");

    /// <summary>Who asked may not do this.</summary>
    public static ProblemHttpResult Forbidden() => Make(403, "RP5022", "This role may not do that.", "The account is known; what it asked for belongs to another role or agency.", "Ask your agency's data steward who may.");

    /// <summary>There is nothing here, or nothing that the caller may know of: both look alike.</summary>
    public static ProblemHttpResult NotFound() => Make(404, "RP5023", "There is nothing here.", "No such thing exists, or it is another agency's.", "Check the address; /openapi/v1.json lists what there is.");

    /// <summary>The request's form is wrong.</summary>
    /// <param name="detail">Which member, what was expected; never the value.</param>
    /// <param name="next">What to do; null for the general advice.</param>
    public static ProblemHttpResult Malformed(string detail, string? next = null) => Make(400, "RP5020", "The request is not well-formed.", detail, next ?? "Compare the request with /openapi/v1.json.");

    /// <summary>An outcome the domain expects, with a code of its slice's.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">Declared once, in its slice.</param>
    /// <param name="title">What kind of problem, the same for every occurrence.</param>
    /// <param name="extensions">Further members, such as reasons; no personal data.</param>
    public static ProblemHttpResult Of(int status, PassportError error, string? title = null, IEnumerable<KeyValuePair<string, object?>>? extensions = null) =>
        Make(status, error.Code, title ?? Title(status), error.Message, error.Next, extensions);

    /// <summary>The problem for an error that a handler threw.</summary>
    public static ProblemHttpResult Of(PassportError error) => Of(StatusOf(error.Exit), error);

    /// <summary>The problem for a status that nobody gave a body.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        400 => Malformed("A member is missing, of the wrong type or not JSON."),
        401 => SignIn(),
        403 => Forbidden(),
        404 => NotFound(),
        405 => Make(405, "RP5024", Title(405), "This address does not answer that method.", "The Allow header lists those it answers."),
        413 => Make(413, "RP5026", Title(413), "The body is larger than this address accepts.", "Large files go to /api/uploads, in chunks."),
        415 => Make(415, "RP5025", Title(415), "The Content-Type is not one this address reads.", "Send application/json, or application/offset+octet-stream to an upload."),
        429 => Make(429, "RP5027", Title(429), "Too many requests in a short time.", "Wait for the time that Retry-After names, then go on."),
        503 => Make(503, "RP5028", Title(503), "The database does not answer.", "Safe to try again in a minute."),
        >= 500 => Make(status, "RP5000", Title(500), "Nobody foresaw this. Nothing half-written is left behind.", "Report the traceId to the hub's operator; it finds the cause in the log."),
        _ => Make(status, "RP5020", Title(status), "The request cannot be answered as it is.", "Compare the request with /openapi/v1.json."),
    };

    private static ProblemHttpResult Make(int status, string code, string title, string detail, string? next, IEnumerable<KeyValuePair<string, object?>>? extensions = null)
    {
        var members = new Dictionary<string, object?> { ["code"] = code, ["next"] = next };
        foreach (var (name, value) in extensions ?? [])
            members[name] = value;
        if (status >= 500)
            members["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString();
        return TypedResults.Problem(statusCode: status, type: $"urn:readiness-passport:problem:{code}", title: title, detail: detail, extensions: members);
    }

    private static int StatusOf(ExitCode exit) => exit switch
    {
        ExitCode.Usage => 400,
        ExitCode.SignIn => 401,
        ExitCode.Refused => 403,
        ExitCode.BadInput or ExitCode.VerificationFailed => 422,
        ExitCode.Unreachable => 503,
        _ => 500,
    };

    private static string Title(int status) => status switch
    {
        400 => "The request is not well-formed.",
        401 => "Sign-in is needed.",
        403 => "This is refused.",
        404 => "There is nothing here.",
        405 => "Wrong method.",
        409 => "That does not fit the present state.",
        413 => "Too large.",
        415 => "Unknown media type.",
        422 => "The content is not acceptable.",
        429 => "Too many requests.",
        503 => "Not available at the moment.",
        _ => "Something failed.",
    };
}
