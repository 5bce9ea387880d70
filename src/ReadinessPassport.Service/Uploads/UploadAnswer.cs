using System.Text.Json.Nodes;
using ReadinessPassport.Service.Platform.Log;

namespace ReadinessPassport.Service.Uploads;

/// <summary>An upload as the API tells of it.</summary>
/// <param name="Id">The upload's reference.</param>
/// <param name="Kind">What it brings.</param>
/// <param name="Agreement">Under which agreement.</param>
/// <param name="State">How far it is.</param>
/// <param name="Offset">Bytes received.</param>
/// <param name="Length">Bytes announced.</param>
/// <param name="Rows">Records or lines, once accepted.</param>
/// <param name="Receipt">Where the log recorded the outcome.</param>
/// <param name="Problem">Why it was refused: <c>code</c>, <c>title</c>, <c>detail</c>, <c>next</c>.</param>
public sealed record UploadAnswer(string Id, UploadKind Kind, string Agreement, UploadState State, long Offset, long Length, int? Rows, LogReceipt? Receipt, JsonObject? Problem);
