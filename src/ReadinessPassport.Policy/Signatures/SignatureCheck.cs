using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ReadinessPassport.Policy;

/// <summary>Checks one signature against the text, the print, the key and its period.</summary>
internal static class SignatureCheck
{
    /// <summary>Null when it holds.</summary>
    public static SignatureFinding? Find(Agreement agreement, AgreementSignature signature, Signatory signatory, PolicyFolder folder)
    {
        var who = $"signature of {signatory.Agency} ({signatory.Name})";
        if (signature.TextSha256 != agreement.TextSha256)
            return new(PolicyCodes.SignatureStale, signatory, $"{who} is of another text; it must be given again");
        if (!AgreementPrint.Knows(signature.PrintFormat) || signature.PrintSha256 != AgreementPrint.Of(agreement, folder, signature.PrintFormat).Sha256)
            return new(PolicyCodes.SignatureStale, signatory, $"{who} is of another print; it must be given again");
        var key = folder.Vocabulary!.SigningKeys.FirstOrDefault(k => k.KeyId == signature.KeyId);
        if (key is null || key.Agency != signatory.Agency || key.Name != signatory.Name)
            return new(PolicyCodes.SigningKeyWrong, signatory, $"{who} is with a key that is not theirs in vocab/signing-keys.yml");
        if (signature.SignedAt is not { } at || folder.Vocabulary.Limits.DayOf(at) is var day && (day < key.From || day > key.Until))
            return new(PolicyCodes.SigningKeyWrong, signatory, $"{who} is outside the period of key {key.KeyId}");
        var message = SignatureMessage.Of(agreement, signature.Agency, signature.Name, signature.Title, signature.SignedAtText, signature.PrintFormat, signature.TextSha256, signature.PrintSha256);
        return Verifies([.. key.PublicKey], message, Convert.FromHexString(signature.Value)) ? null : new(PolicyCodes.SignatureInvalid, signatory, $"{who} does not verify");
    }

    private static bool Verifies(byte[] key, byte[] message, byte[] signature)
    {
        try
        {
            var verifier = new Ed25519Signer();
            verifier.Init(false, new Ed25519PublicKeyParameters(key, 0));
            verifier.BlockUpdate(message, 0, message.Length);
            return verifier.VerifySignature(signature);
        }
        catch (ArgumentException)
        {
            // Not a point of the curve.
            return false;
        }
    }
}
