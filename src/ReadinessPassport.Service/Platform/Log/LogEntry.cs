using System.Text.Json.Nodes;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Something to be recorded for good. The leaf carries no personal data; what does goes into the payload, which can be destroyed.</summary>
/// <param name="Kind">One of the kinds of docs/formats/log-bundle.md; the database refuses others.</param>
/// <param name="Actor">Who.</param>
/// <param name="Refs">Ids of other things by what they are: <c>decision</c>, <c>agreement</c>, <c>upload</c>, <c>consent</c>, <c>run</c>, <c>release</c>, <c>entry</c>.</param>
internal sealed record LogEntry(string Kind, LogActor Actor, IReadOnlyDictionary<string, string> Refs)
{
    /// <summary>The entry's reference. Set it when something recorded in the same transaction must name it.</summary>
    public string Id { get; init; } = ReferenceCode.New("E", 3);

    /// <summary>The details, without a salt: one is added. Null for none.</summary>
    public JsonObject? Payload { get; init; }

    /// <summary>How long the payload is kept: a retention class of the agreement's, or <c>log</c>.</summary>
    public string Retention { get; init; } = "log";

    /// <summary>The one person concerned, where there is one. Only a keyed hash that differs in every entry reaches the leaf.</summary>
    public PersonKey? Subject { get; init; }
}
