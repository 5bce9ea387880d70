using ReadinessPassport.Policy;

namespace ReadinessPassport.Tests.Policy;

/// <summary>Requests that have a fair chance of a permit under the shipped agreements, with consents.</summary>
internal static class RequestSample
{
    public static IEnumerable<(AccessRequest Request, IReadOnlyList<ConsentRecord> Consents)> Of(PolicyFolder folder, int count, int seed)
    {
        var random = new Random(seed);
        var agreements = folder.Agreements.Where(a => a.Release.Length > 0).ToArray();
        for (var i = 0; i < count; i++)
        {
            var agreement = Pick(agreements);
            var clause = Pick(agreement.Release.Where(r => !r.IsNever).ToArray());
            var to = Pick(clause.To);
            var agency = to.Agency == "*provider" ? Pick(agreement.Providers.ToArray()) : to.Agency;
            var at = An.Noon(agreement.Dates.Effective.AddDays(random.Next(900)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            var provider = Pick(agreement.Providers.ToArray());
            var purpose = Pick(clause.Purposes.Items);
            var consent = An.Consent with
            {
                From = [.. agreement.Providers],
                To = [new(agency, [.. to.Roles])],
                Categories = [.. agreement.Data.SelectMany(d => d.Categories)],
                Purpose = purpose,
                Signed = DateOnly.FromDateTime(at.UtcDateTime).AddDays(-20),
                Expires = DateOnly.FromDateTime(at.UtcDateTime).AddDays(20),
            };
            var claim = random.Next(4) > 0 ? null : new ExceptionClaim(
                "foster-care-education",
                new Dictionary<string, string> { ["custody_evidence_id"] = "x", ["custody_evidence_date"] = "x", ["case_assignment"] = "x" },
                new Requester("MA.DCF", "data-steward", new Visa("MA.DCF", at), "p-2"), at.AddHours(-1), at.AddHours(1));
            yield return (new AccessRequest
            {
                Requester = new(agency, random.Next(10) > 0 ? Pick(to.Roles.Items) : Pick(folder.Vocabulary!.RoleCodes), new Visa(agency, at), "p-1"),
                Purpose = purpose,
                Mode = clause.Mode,
                Contributors = [new(provider, [.. agreement.CategoriesOf(provider)])],
                Table = clause.Mode == AccessMode.Aggregate ? Pick(clause.Tables.Items) : null,
                Subject = new("child", random.Next(2) > 0 ? "dcf-custody" : "parental", Pick(new[] { "caseload", "intake" })),
                Extract = clause.Extract is { } extract ? new([], "school-year", "state", extract.Requires) : null,
                Exception = claim,
                At = at,
            }, random.Next(2) > 0 ? [consent] : []);
        }

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
