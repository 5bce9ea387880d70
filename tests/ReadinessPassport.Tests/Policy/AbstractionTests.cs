using ReadinessPassport.Policy;
using ReadinessPassport.Tests.Policy.Reference;
using Xunit;

namespace ReadinessPassport.Tests.Policy;

/// <summary>The matrix is a proof only if every concrete request falls to the decision of its abstract case.</summary>
public sealed class AbstractionTests
{
    private const int Requests = 40_000; // for each of three agreements
    private static readonly string[] s_statements = ["copy-given", "may-be-redisclosed-only-as-stated", "may-revoke", "revocation-not-retroactive", "voluntary"];
    private static readonly string[] s_relations = ["P", "G", "E", "S"];

    [Theory]
    [InlineData("MA-2027-004", 1)]
    [InlineData("MA-2027-009", 2)]
    [InlineData("NE-2027-001", 3)]
    public void Every_concrete_request_falls_to_the_decision_of_its_case(string id, int seed)
    {
        // This agreement and what it stands under, so that no other one has a say.
        var under = Policies.Shipped.Find(id)!.Under!;
        var folder = PolicyFolder.Load([.. Policies.Texts.Where(t => !t.Path.StartsWith("agreements/", StringComparison.Ordinal) || t.Path.Contains(id, StringComparison.Ordinal) || t.Path.Contains(under, StringComparison.Ordinal))], Policies.AsSigned);
        var agreement = folder.Find(id)!;
        var matrix = Matrix.Of(agreement, folder);
        var allowed = matrix.Allowed.Select(a => string.Join(',', a)).ToHashSet(StringComparer.Ordinal);
        var policy = new PolicyDecisionPoint(folder);
        var random = new Random(seed);
        var permitted = 0;
        for (var i = 0; i < Requests; i++)
        {
            var (request, consents, exception) = Some(random, agreement, matrix, folder);
            var decision = policy.Decide(request, consents);
            foreach (var pair in decision.Pairs)
            {
                if (Case(matrix, agreement, folder, request, consents, exception, pair) is not { } at)
                    continue;
                var expected = allowed.Contains(string.Join(',', at));
                Assert.True(expected == pair.Permitted, $"request {i}: {pair.Provider}/{pair.Category} is {(pair.Permitted ? "permitted" : "denied")}, its case is not: {string.Join("; ", matrix.Axes.Select((a, x) => $"{a.Name} {a.Values[at[x]]}"))}");
                permitted += pair.Permitted ? 1 : 0;
            }
        }
        Assert.True(permitted > 500, $"only {permitted} were permitted: the sample says little");
    }

    private static (AccessRequest Request, List<ConsentRecord> Consents, string Exception) Some(Random random, Agreement agreement, Matrix matrix, PolicyFolder folder)
    {
        var clause = Pick(agreement.Release);
        var likely = !clause.IsNever && random.Next(3) > 0;
        var to = likely ? Pick(clause.To) : null;
        var agency = to is null ? Pick(matrix.Axes[1].Values) : to.Agency == "*provider" ? Pick(agreement.Providers.ToArray()) : to.Agency;
        agency = agency == Matrix.Outsider ? "MA.DPH" : agency;
        var role = to is null ? Pick(matrix.Axes[2].Values) : Pick(to.Roles.Items);
        var purpose = likely ? Pick(clause.Purposes.Items) : Pick(folder.Vocabulary!.PurposeCodes);
        var mode = clause.Mode;
        var day = Pick(new[]
        {
            agreement.Dates.Effective.AddDays(-1), agreement.Dates.Effective, agreement.Dates.Effective.AddDays(1), agreement.Dates.Effective.AddDays(300),
            agreement.Dates.Expires.AddDays(-1), agreement.Dates.Expires, agreement.Dates.Expires.AddDays(1), agreement.Dates.Effective.AddDays(random.Next(700)), agreement.Dates.Effective.AddDays(random.Next(400)),
        });
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(4 + random.Next(19), random.Next(60))), TimeSpan.FromHours(-5)); // within the day in New York, summer or winter
        var subject = new SubjectCircumstances(Pick(new[] { "child", "child", "youth", "early-college", "adult" }), Pick(new[] { "parental", "parental", "guardian", "dcf-custody", "dcf-custody", "dcf-voluntary", "dys-committed", "emancipated" }), Pick(clause.Individual?.Relations.ToArray() ?? ["caseload"]));
        if (random.Next(3) > 0 && subject.Relation != "caseload")
            subject = subject with { Relation = "caseload" };
        var provider = Pick(matrix.Axes[0].Values);
        var category = random.Next(4) > 0 ? Pick(agreement.CategoriesOf(provider).ToArray()) : Pick(matrix.Axes[4].Values.Where(c => !c.EndsWith(".any", StringComparison.Ordinal)).ToArray());
        var (claim, exception) = Claim();
        var request = new AccessRequest
        {
            Requester = new(agency, role, new Visa(agency, at.AddHours(1)), "p-1"),
            Purpose = purpose,
            Mode = mode,
            Contributors = [new(provider, [category])],
            Table = mode == AccessMode.Aggregate && !clause.IsNever ? Pick(clause.Tables.Items) : null,
            Subject = subject,
            Extract = clause.Extract is { } extract ? new([.. extract.Quasi.Take(random.Next(3))], "school-year", "state", extract.Requires) : null,
            Exception = claim,
            At = at,
        };
        return (request, [.. Enumerable.Range(0, mode == AccessMode.ConsentedIndividual ? random.Next(4) : 0).Select(Consent)], exception);

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

        ConsentRecord Consent(int n)
        {
            var language = folder.Forms[0].Languages[random.Next(folder.Forms[0].Languages.Length)];
            var signed = day.AddDays(Pick(new[] { 1, 0, -1, -30, -200, -366, -367 }));
            return new ConsentRecord
            {
                Id = $"C-2027-00000{n}",
                Form = random.Next(12) > 0 ? "CF-PASSPORT-1@3" : "CF-PASSPORT-1@2",
                TextSha256 = random.Next(12) > 0 ? language.TextSha256 : new string('0', 64),
                Language = language.Language,
                CapturedBy = "MA.EEC",
                AgeState = "child",
                Custody = "parental",
                Signers = [.. s_relations.Where(_ => random.Next(2) > 0).Select(r => new ConsentSignature(r, "self", "e-sign"))],
                From = [.. agreement.Providers.Where(_ => random.Next(5) > 0)],
                To = [new(random.Next(5) > 0 ? agency : "MA.DCF", [random.Next(8) > 0 ? role : "data-steward"])],
                Categories = [.. agreement.Data.SelectMany(d => d.Categories).Where(_ => random.Next(5) > 0)],
                Purpose = random.Next(6) > 0 ? purpose : "coordinate-services",
                CoversLaws = [.. new[] { "ma.fipa", "ma.student-records", "us.ferpa.consent" }.Where(_ => random.Next(10) > 0)],
                Statements = [.. s_statements.Where(_ => random.Next(12) > 0)],
                Signed = signed,
                Expires = Pick(new[] { day.AddDays(-1), day, day.AddDays(1), day.AddDays(300) }),
                SingleUse = random.Next(3) == 0,
                UsedBy = random.Next(3) == 0 ? "D-0000-0000" : null,
                RevokedAt = random.Next(8) == 0 ? at.AddDays(-1) : null,
            };
        }

        (ExceptionClaim?, string) Claim()
        {
            var code = Pick(new[] { "none", "none", "court-order", "emergency-health-safety", "foster-care-education", "foster-care-education", "commissioner-approval" });
            if (code == "none")
                return (null, "none");
            var known = folder.Vocabulary!.Find(CodeLists.Exceptions, code)!;
            var approverAgency = known.ApproverAgency == "child-welfare" ? "MA.DCF" : known.ApproverAgency == "provider" ? provider : agreement.Parties[0].Agency;
            var defect = random.Next(10);
            var evidence = known.Evidence.Skip(defect == 0 ? 1 : 0).ToDictionary(e => e, _ => "x", StringComparer.Ordinal);
            var approver = new Requester(approverAgency, defect == 1 ? "caseworker" : known.ApproverRole!, new Visa(approverAgency, at), defect == 2 ? "p-1" : "p-2");
            var claim = new ExceptionClaim(code, evidence, defect == 3 ? null : approver, defect == 4 ? at.AddMinutes(1) : at.AddMinutes(-5), defect == 5 ? at.AddMinutes(-1) : defect == 6 ? at.AddHours(known.LongestHours!.Value + 1) : at.AddHours(1));
            var holds = defect > 6 && (code != "foster-care-education" || subject is { Custody: "dcf-custody", Relation: "caseload" });
            return (claim, holds ? code : "none");
        }
    }

    // The case a request belongs to, for one of its pairs; null where the pair lies outside the axes.
    private static int[]? Case(Matrix matrix, Agreement agreement, PolicyFolder folder, AccessRequest request, List<ConsentRecord> consents, string exception, PairDecision pair)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.At, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).DateTime);
        var time = day < agreement.Dates.Effective ? "before" : day > agreement.Dates.Expires ? "after" : "in-force";
        var consent = request.Mode == AccessMode.ConsentedIndividual
            ? ReferenceConsents.State(consents, pair.Provider, request.Requester.Agency, request.Requester.Role, pair.Category, request.Purpose, day, request.Subject!, FormHolds)
            : "none";
        // An exception that only its own provider can approve holds for that provider alone.
        if (exception is "court-order" or "commissioner-approval" && pair.Provider != request.Contributors[0].Agency)
            exception = "none";
        var values = new[]
        {
            pair.Provider,
            agreement.Parties.Any(p => p.Agency == request.Requester.Agency) ? request.Requester.Agency : Matrix.Outsider,
            request.Requester.Role,
            agreement.Purposes.Contains(request.Purpose) ? request.Purpose : Matrix.OtherPurpose,
            pair.Category, request.Mode.Code(), time, consent, exception,
        };
        var at = values.Select((v, i) => matrix.Axes[i].Values.IndexOf(v)).ToArray();
        // The table may be one of another clause than the case's, which takes it as the clause asks.
        var asAsked = request.Mode != AccessMode.Aggregate || (request.Table is not null && agreement.Release.Any(r => r.Tables.Contains(request.Table)));
        return at.Contains(-1) || !asAsked ? null : at;

        bool FormHolds(ConsentRecord c) => c.Form == "CF-PASSPORT-1@3" && folder.Forms[0].Languages.Any(l => l.Language == c.Language && l.TextSha256 == c.TextSha256);
    }
}
