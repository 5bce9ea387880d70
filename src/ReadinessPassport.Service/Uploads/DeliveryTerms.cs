using ReadinessPassport.Service.Platform.Agreements;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Uploads;

/// <summary>Whether an agreement lets an agency send a delivery.</summary>
internal sealed class DeliveryTerms(IEnumerable<IAgreementTerms> agreements)
{
    /// <summary>Checks the agreement a delivery was sent under.</summary>
    /// <param name="upload">Names the agreement and the agency.</param>
    /// <param name="encodingSchema">SHA-256 of the schema a cohort was encoded with; null for facts.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="PassportException">RP5113: it does not.</exception>
    public async Task CheckAsync(Upload upload, string? encodingSchema, CancellationToken ct)
    {
        foreach (var kept in agreements)
        {
            var terms = await kept.FindAsync(upload.Agreement, ct) ?? throw Refused("there is none of that id");
            if (!terms.InForce)
                throw Refused("it is not in force today");
            if (!terms.Contributors.Contains(upload.Agency))
                throw Refused("the agency is not among its contributors");
            if (encodingSchema is not null && terms.EncodingSchemas.Count > 0 && !terms.EncodingSchemas.Contains(encodingSchema))
                throw Refused("it names another encoding schema");
        }
    }

    private static PassportException Refused(string why) => new(UploadErrors.NoAgreement(why));
}
