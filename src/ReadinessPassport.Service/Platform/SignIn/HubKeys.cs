using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The hub's own keys: for tokens and cookies, never for linkage. Files below <c>DATA/keys</c>, mode 0600, made on first start; all web processes share them.</summary>
internal sealed class HubKeys
{
    private readonly string _folder;

    /// <summary>Reads the keys, or makes them.</summary>
    /// <param name="dataFolder">The hub's data folder.</param>
    public HubKeys(string dataFolder) => _folder = PrivateFile.Folder(Path.Combine(dataFolder, "keys"));

    /// <summary>Signs access and identity tokens: ECDSA over P-256.</summary>
    public ECDsaSecurityKey TokenSigning()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(ReadOrMake("tokens.pem", () => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem()));
        return new(key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray()) };
    }

    /// <summary>Seals authorization codes and refresh tokens, which only the hub itself reads.</summary>
    public SymmetricSecurityKey TokenSealing() =>
        new(Convert.FromHexString(ReadOrMake("tokens.sealing", () => RandomNumberGenerator.GetHexString(64))));

    /// <summary>A secret text kept under a name; made by <paramref name="make"/> the first time. Two processes that start together agree on one.</summary>
    public string ReadOrMake(string name, Func<string> make)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
        {
            var own = path + "." + Path.GetRandomFileName();
            PrivateFile.Write(own, make());
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own); // another process was first
            }
        }
        return File.ReadAllText(path);
    }
}
