using System.Text;
using ReadinessPassport.Policy;

namespace ReadinessPassport.Tests.Policy;

/// <summary>A made-up agreement over specially protected records, to see laws at work that no shipped agreement needs.</summary>
internal static class HealthAgreement
{
    public const string Id = "MA-2028-001";

    private const string Memorandum = """
        readiness_passport: agreement/1
        id: MA-2028-000
        version: 1
        kind: enterprise-mou
        status: active
        title: "A memorandum for tests"
        summary: "Made up."
        parties:
          - {agency: MA.DPH, as: [member], contact: a@dph.example}
          - {agency: MA.DCF, as: [member], contact: a@dcf.example}
          - {agency: MA.DESE, as: [member], contact: a@dese.example}
          - {agency: MA.LINKAGE, as: [member], contact: a@linkage.example}
        purposes: [coordinate-services, emergency-response, public-health-activity]
        prohibitions:
          - {clause: X1, action: reidentify}
        dates: {effective: "2028-01-01", expires: "2030-12-31"}
        signatories:
          - {agency: MA.DPH, name: "A", title: Head}
          - {agency: MA.DCF, name: "B", title: Head}
          - {agency: MA.DESE, name: "D", title: Head}
          - {agency: MA.LINKAGE, name: "C", title: Head}
        signatures: []
        """;

    private const string Agreement = """
        readiness_passport: agreement/1
        id: MA-2028-001
        version: 1
        kind: data-sharing
        under: MA-2028-000
        status: active
        title: "Care of one person, by consent"
        summary: "Made up."
        parties:
          - {agency: MA.DPH, as: [provider], contact: a@dph.example, official: {name: "A", title: Head}}
          - {agency: MA.DESE, as: [provider], contact: a@dese.example, official: {name: "D", title: Head}}
          - {agency: MA.DCF, as: [recipient], contact: a@dcf.example}
          - {agency: MA.LINKAGE, as: [linkage-service], contact: a@linkage.example}
        legal_basis:
          - {clause: B1, provider: MA.DPH, law: us.hipaa.authorization, cite: "45 CFR 164.508"}
          - {clause: B2, provider: MA.DPH, law: us.part2, cite: "42 CFR 2.31"}
          - {clause: B3, provider: MA.DPH, law: ma.sud, cite: "M.G.L. c.111E s.18"}
          - {clause: B4, provider: MA.DPH, law: ma.hiv, cite: "M.G.L. c.111 s.70F"}
          - {clause: B5, provider: "*", law: ma.fipa, cite: "M.G.L. c.66A s.2", holders_bound: [MA.LINKAGE]}
          - {clause: B6, provider: MA.DESE, law: us.ferpa.emergency, cite: "34 CFR 99.36"}
          - {clause: B7, provider: MA.DESE, law: ma.student-records, cite: "603 CMR 23.07(4)"}
          - {clause: B8, provider: MA.DESE, law: us.ferpa.order, cite: "34 CFR 99.31(a)(9)"}
        purposes: [coordinate-services, emergency-response]
        data:
          - {clause: D1, provider: MA.DPH, categories: [health.hiv, health.sud-part2]}
          - {clause: D2, provider: MA.DESE, categories: [edu.enrollment]}
        linkage:
          clause: L1
          encoding: {schema: children-1, schema_sha256: "3c2d384d00cd494641f8906daa9b7fda6cac813d9579333ab60c9f77b89a2aef", key_id: K-1, key_holders: [MA.DESE, MA.DPH]}
          fields: [given-name]
          legal_status: pii
          leave_out: [address-confidentiality-program, adoption-sealed, victim-services-client]
          minimum_certainty: certified
          keep_encodings_days: 30
        release:
          - clause: R1
            mode: consented-individual
            purposes: [coordinate-services]
            to: [{agency: MA.DCF, roles: [caseworker]}]
            categories: [health.hiv, health.sud-part2]
            consent_forms: [CF-PASSPORT-1]
            look_back_years: 2
          - clause: R2
            mode: consented-individual
            purposes: [emergency-response]
            to: [{agency: MA.DCF, roles: [caseworker]}]
            categories: [edu.enrollment]
            consent_forms: [CF-PASSPORT-1]
            exceptions: [emergency-health-safety]
            emergency_approval: after
            look_back_years: 1
          - clause: R3
            mode: consented-individual
            purposes: [coordinate-services]
            to: [{agency: MA.DCF, roles: [caseworker, law-enforcement]}]
            categories: [edu.enrollment]
            consent_forms: [CF-PASSPORT-1]
            exceptions: [court-order]
            look_back_years: 1
        prohibitions:
          - {clause: X1, to_roles: [law-enforcement], unless: [court-order]}
        redisclosure: {clause: N1, rule: listed, to: [MA.DPH], notice: N-FERPA-99.33}
        record: {clause: N2, forms: [part2-list], keep: 6}
        dates: {effective: "2028-01-15", expires: "2029-12-31", destroy_by: "2030-03-31", certificate_within_days: 30}
        breach: {notify_within_hours: 24, cite: "M.G.L. c.93H", debarment: "none"}
        signatories:
          - {agency: MA.DPH, name: "A", title: Head}
          - {agency: MA.DCF, name: "B", title: Head}
          - {agency: MA.DESE, name: "D", title: Head}
          - {agency: MA.LINKAGE, name: "C", title: Head}
        signatures: []
        """;

    public static PolicyFolder Folder { get; } = PolicyFolder.Load(
        [.. Policies.Texts, new PolicyText("agreements/MA-2028-000.yml", Encoding.UTF8.GetBytes(Memorandum + "\n")), new PolicyText("agreements/MA-2028-001.yml", Encoding.UTF8.GetBytes(Agreement + "\n"))], Policies.AsSigned);

    /// <summary>A DCF caseworker asks for HIV and substance-use records of a young person.</summary>
    public static AccessRequest Care { get; } = new()
    {
        Requester = An.Somebody("MA.DCF", "caseworker"),
        Purpose = "coordinate-services",
        Mode = AccessMode.ConsentedIndividual,
        Contributors = [new("MA.DPH", ["health.hiv", "health.sud-part2"])],
        Subject = new("youth", "parental", "caseload"),
        Agreement = Id,
        At = An.Noon("2028-06-01"),
    };

    /// <summary>Signed by the young person and a parent, covering every law that governs.</summary>
    public static ConsentRecord Consent { get; } = An.Consent with
    {
        Signers = [new("P", "legal-custody", "e-sign"), new("S", "self", "e-sign")],
        From = ["MA.DPH"],
        To = [new("MA.DCF", ["caseworker"])],
        Categories = ["health.hiv", "health.sud-part2"],
        CoversLaws = ["ma.fipa", "ma.hiv", "ma.sud", "us.hipaa.authorization", "us.part2"],
        Statements = ["copy-given", "may-revoke", "not-conditioned", "possible-redisclosure", "voluntary"],
        Signed = new(2028, 5, 1),
        Expires = new(2029, 4, 30),
    };
}
