using System.Globalization;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>Why a delivery is not taken, each code declared here and nowhere else. Row and rule, never a value.</summary>
internal static class UploadErrors
{
    /// <summary>RP5101: the delivery is not described as it must be.</summary>
    public static PassportError Metadata(string what) => new("RP5101", ExitCode.Usage,
        $"Upload-Metadata: {what}.", "Send kind (cohort or facts), sha256 (64 hexadecimal digits) and agreement, each base64-encoded after its name.");

    /// <summary>RP5102: the length is missing, not positive or beyond the limit.</summary>
    public static PassportError Length(long limit) => new("RP5102", ExitCode.Usage,
        string.Create(CultureInfo.InvariantCulture, $"Upload-Length must be a whole number of bytes from 1 to {limit}."), "Split a larger delivery into several packages.");

    /// <summary>RP5103: a chunk does not continue where the last one ended.</summary>
    public static PassportError Offset(long have) => new("RP5103", ExitCode.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"The chunk does not start where the last one ended; {have} bytes are here."), "Ask with HEAD for Upload-Offset and go on from there.");

    /// <summary>RP5104: another request writes to the same upload.</summary>
    public static PassportError Busy() => new("RP5104", ExitCode.Unreachable,
        "Another request is sending this upload at the moment.", "Wait until it ends, ask with HEAD for Upload-Offset and go on from there.");

    /// <summary>RP5105: what arrived is not what was announced.</summary>
    public static PassportError Digest() => new("RP5105", ExitCode.VerificationFailed,
        "The bytes received do not have the announced SHA-256.", "Send the delivery again; it was damaged on the way or the file changed while it was sent.");

    /// <summary>RP5106: the agency's deliveries in progress pass its quota, or the disk is full.</summary>
    public static PassportError Quota() => new("RP5106", ExitCode.Refused,
        "There is no room for this delivery beside those in progress.", "Finish or cancel deliveries in progress, or ask the hub's operator for more room.");

    /// <summary>RP5107: a chunk would pass the announced length.</summary>
    public static PassportError TooMuch() => new("RP5107", ExitCode.BadInput,
        "The chunk would pass the announced length.", "Ask with HEAD for Upload-Offset and Upload-Length; announce a new upload for another file.");

    /// <summary>RP5108: another version of the protocol.</summary>
    public static PassportError Version() => new("RP5108", ExitCode.Usage,
        "This hub speaks tus 1.0.0.", "Send Tus-Resumable: 1.0.0.");

    /// <summary>RP5109: the upload is complete; nothing can be added or cancelled.</summary>
    public static PassportError Complete() => new("RP5109", ExitCode.BadInput,
        "This upload is complete.", "GET it to see whether it was accepted.");

    /// <summary>RP5110: the agency's public identity does not vouch for the delivery.</summary>
    public static PassportError Signature() => new("RP5110", ExitCode.VerificationFailed,
        "The delivery is not signed with the signing key that this hub knows of the agency.", "Encode with --identity HOME/identity.key, or have the hub's operator register the agency's present identity.pub.json.");

    /// <summary>RP5111: the delivery names another agency.</summary>
    public static PassportError OtherAgency() => new("RP5111", ExitCode.Refused,
        "The delivery's manifest names another agency than the one that sent it.", "Send it with that agency's own credentials.");

    /// <summary>RP5112: the delivery names another agreement than the request.</summary>
    public static PassportError OtherAgreement() => new("RP5112", ExitCode.BadInput,
        "The delivery's manifest names another agreement than the upload.", "Encode with --agreement as you send it.");

    /// <summary>RP5113: no agreement lets this agency send this.</summary>
    public static PassportError NoAgreement(string why) => new("RP5113", ExitCode.Refused,
        $"No agreement in force lets this agency send this delivery: {why}.", "GET /api/agreements lists those in force; ask the legal reviewer.");

    /// <summary>RP5114: benchmark packages with local ids.</summary>
    public static PassportError PlainIds() => new("RP5114", ExitCode.Refused,
        "The package carries local ids instead of handles. Local ids never leave the agency.", "Encode again without --plain-ids.");

    /// <summary>RP5115: two rows carry the same handle.</summary>
    public static PassportError DuplicateHandle(int row) => new("RP5115", ExitCode.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"Row {row} repeats the handle of an earlier row."), "One record per child: check the mapping's local_id column, then encode again.");

    /// <summary>RP5116: encodings that no honest encoder makes.</summary>
    public static PassportError Popcount(string field, string what) => new("RP5116", ExitCode.BadInput,
        $"Field {field}: {what}.", "Encode again with the schema of the agreement; if it stays, report it: the package may have been made to probe others.");

    /// <summary>RP5117: fewer records than an upload may have.</summary>
    public static PassportError TooFew(int least) => new("RP5117", ExitCode.Refused,
        string.Create(CultureInfo.InvariantCulture, $"The delivery holds fewer than {least} records."), "Send the whole cohort, not single children.");

    /// <summary>RP5118: a handle that looks like an identifier somebody typed.</summary>
    public static PassportError HandleLooksTyped(int row) => new("RP5118", ExitCode.Refused,
        string.Create(CultureInfo.InvariantCulture, $"Row {row}: the handle is not random; it looks like a local id."), "Handles are made by passport-agency encode; send its package unchanged.");

    /// <summary>RP5119: the agency may not send at all.</summary>
    public static PassportError Suspended() => new("RP5119", ExitCode.Refused,
        "The agency is suspended.", "Ask the hub's operator.");

    /// <summary>RP5120: the file's own form is wrong; the reader said how.</summary>
    public static PassportError Unreadable(string what) => new("RP5120", ExitCode.BadInput,
        what, "Send the file as passport-agency encode wrote it.");
}
