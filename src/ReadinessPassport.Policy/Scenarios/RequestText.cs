using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ReadinessPassport.Policy;

/// <summary>A request as a reviewer writes it down: <c>request:</c> and, for one person, <c>consent:</c>, as in a scenario.</summary>
public sealed class RequestText
{
    private static readonly MapShape s_shape = Shape.Map(
        Key.Required("readiness_passport", Shape.OneOf("request/1")),
        Key.Required("request", ScenarioShapes.Request),
        Key.Optional("consent", Shape.OneOf(ScenarioShapes.ConsentStates)));

    private RequestText(AccessRequest request, ConsentState? state) => (Request, Consent) = (request, state);

    /// <summary>What is asked.</summary>
    public AccessRequest Request { get; }

    /// <summary>The state of the person's consents; null when nothing is said.</summary>
    public ConsentState? Consent { get; }

    /// <summary>Decides it, for reading only: nobody gets a permit for a consent that is merely supposed.</summary>
    /// <returns>The explanation, step by step, and the decision record.</returns>
    public (string Text, JsonObject Record) Explain(PolicyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var decision = new PolicyDecisionPoint(folder).Decide(Request, [], GivenStates.Everywhere(Consent));
        return (ExplanationText.Of(decision), (JsonObject)decision.Record.Json.DeepClone());
    }

    /// <summary>Reads one.</summary>
    /// <returns>The request, or what is wrong with the text.</returns>
    public static (RequestText? Request, ImmutableArray<TextProblem> Problems) Read(PolicyText text)
    {
        var problems = new List<TextProblem>();
        if (StrictYaml.Read(text, problems) is { } map)
        {
            s_shape.Check(map, new ShapeContext(text.Path, CodeBook.Empty, problems));
            if (problems.Count == 0)
                return (new RequestText(ScenarioRequest.Of(map.Map("request")!), map.Text("consent") is { } state ? (ConsentState)Matrix.Consents.IndexOf(state) : null), []);
        }
        return (null, [.. problems]);
    }
}
