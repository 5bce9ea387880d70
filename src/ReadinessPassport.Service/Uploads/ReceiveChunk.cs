using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Web;

namespace ReadinessPassport.Service.Uploads;

/// <summary>A chunk arrives (tus PATCH) and is appended as it comes, with bounded memory. What arrived before a broken connection stays and counts.</summary>
internal static class ReceiveChunk
{
    private const int BufferSize = 128 * 1024;

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string id, HttpContext context, Caller caller, UploadTable uploads, UploadFiles files, UploadCompletion completion, IOptions<UploadOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (context.Request.ContentType != "application/offset+octet-stream")
            return HubProblems.OfStatus(415);
        if (await uploads.FindAsync(id, caller.Agency, ct) is not { } upload)
            return HubProblems.NotFound();
        if (upload.State != UploadState.Receiving)
            return HubProblems.Of(409, UploadErrors.Complete());
        long received;
        await using (var file = files.Continue(upload.Id))
        {
            if (file is null)
                return HubProblems.Of(423, UploadErrors.Busy());
            received = file.Length;
            if (!long.TryParse(context.Request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || offset != received)
                return HubProblems.Of(409, UploadErrors.Offset(received));
            if (context.Request.ContentLength > upload.Length - received)
                return HubProblems.Of(413, UploadErrors.TooMuch());
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            try
            {
                received += await AppendAsync(context.Request.Body, file, upload.Length - received, ct);
            }
            finally
            {
                file.Flush(flushToDisk: true); // before anybody is told that it is here
            }
        }
        await uploads.TouchAsync(upload.Id, clock.GetUtcNow() + options.Value.KeptFor, CancellationToken.None);
        if (received == upload.Length)
            await completion.CompleteAsync(upload.Id, CancellationToken.None);
        context.Response.Headers["Upload-Offset"] = received.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async Task<long> AppendAsync(Stream from, FileStream to, long atMost, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long written = 0;
            // Small reads are gathered: a write each would cost more than the copy.
            for (var filled = 0; ;)
            {
                var read = await from.ReadAsync(buffer.AsMemory(filled), ct);
                filled += read;
                if (written + filled > atMost)
                    throw new Vocabulary.PassportException(UploadErrors.TooMuch());
                if (filled == 0)
                    return written;
                if (read == 0 || filled == buffer.Length)
                {
                    await to.WriteAsync(buffer.AsMemory(0, filled), CancellationToken.None);
                    written += filled;
                    filled = 0;
                }
                if (read == 0)
                    return written;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
