using System.Text;

namespace ReadinessPassport.Policy;

/// <summary>A decision step by step, for a reviewer.</summary>
internal static class ExplanationText
{
    public static string Of(Decision decision)
    {
        var o = new StringBuilder();
        var request = decision.Request;
        var what = request.Table ?? string.Join(", ", request.Contributors.SelectMany(c => c.Categories));
        Line($"{decision.Result.ToUpperInvariant()}  {request.Requester.Agency} {request.Requester.Role} asks for {what}, {request.Mode.Code()}, purpose {request.Purpose}, {request.At.UtcDateTime:yyyy-MM-dd}");
        var whole = decision.Reasons.Where(r => r.Provider is null).ToList();
        Line($"  1 vocabulary   {(whole.Any(r => r.Code == ReasonCode.Vocabulary) ? "no" : "ok")}");
        Line($"  2 requester    {(whole.Any(r => r.Code is ReasonCode.Visa or ReasonCode.Debarred) ? "no" : "ok")}");
        foreach (var reason in whole)
            Line($"      {reason}");
        foreach (var pair in decision.Pairs)
            Pair(pair);
        if (decision is Decision.Permit permit)
            Line($"  4 obligations  {string.Join(", ", permit.Obligations)}");
        Line("policy sha256 " + decision.Facts.PolicySha256);
        return o.ToString();

        void Line(string text) => o.Append(text).Append('\n');

        void Pair(PairDecision pair)
        {
            Line($"  3 {pair.Provider} / {pair.Category}   {(pair.Permitted ? "permitted" : "denied")}");
            foreach (var reason in pair.Reasons)
            {
                var cited = string.Join(' ', new[] { reason.Agreement, reason.Clause, reason.Law, reason.Citation is null ? null : $"({reason.Citation})" }.OfType<string>());
                Line($"      {reason.Code.Text(),-15} {cited}{(cited.Length > 0 ? ": " : "")}{reason.Words}");
            }
            var remedies = pair.Reasons.Select(r => r.Remedy).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (!pair.Permitted && remedies.Count > 0)
                Line($"      What would change it: {string.Join("; and ", remedies)}.");
        }
    }
}
