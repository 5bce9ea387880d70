using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A request as JSON, for its digest: what was asked, by what agency and role. Without time, person and credential, which say nothing of what was asked.</summary>
internal static class RequestJson
{
    public static JsonObject Of(AccessRequest request)
    {
        var json = new JsonObject
        {
            ["requester"] = new JsonObject { ["agency"] = request.Requester.Agency, ["role"] = request.Requester.Role },
            ["purpose"] = request.Purpose,
            ["mode"] = request.Mode.Code(),
            ["contributors"] = new JsonArray([.. request.Contributors.Select(c => (JsonNode)new JsonObject { ["agency"] = c.Agency, ["categories"] = List(c.Categories) })]),
            ["actions"] = List(request.Actions),
            ["agreement"] = request.Agreement,
            ["table"] = request.Table,
            ["snapshot"] = request.Snapshot,
            ["exception"] = request.Exception?.Code,
        };
        if (request.Subject is { } subject)
            json["subject"] = new JsonObject { ["age_state"] = subject.AgeState, ["custody"] = subject.Custody, ["relation"] = subject.Relation };
        if (request.Extract is { } extract)
            json["extract"] = new JsonObject { ["quasi"] = List(extract.Quasi), ["dates"] = extract.Dates, ["geography"] = extract.Geography, ["approvals"] = List(extract.Approvals) };
        return json;
    }

    private static JsonArray List(IEnumerable<string> codes) => new([.. codes.Select(c => (JsonNode)c)]);
}
