using System.Text.Json.Nodes;
using ReadinessPassport.Service.Platform.Log;

namespace ReadinessPassport.Service.Uploads;

/// <summary>A delivery as the database knows it; how many bytes are here, the file knows.</summary>
internal sealed record Upload(string Id, string Agency, UploadKind Kind, string Agreement, byte[] Sha256, long Length, UploadState State, DateTimeOffset ExpiresAt, int? Rows, LogReceipt? Receipt, JsonObject? Problem)
{
    /// <summary>As the API tells of it.</summary>
    /// <param name="received">Bytes in the file.</param>
    public UploadAnswer Answer(long received) => new(Id, Kind, Agreement, State, State == UploadState.Receiving ? received : Length, Length, Rows, Receipt, Problem);
}
