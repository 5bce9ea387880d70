using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Transparency.Notes;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The hub's own key for checkpoints, under the log's origin. Never a linkage key. Both are made on the first start and kept below <c>DATA/keys</c>.</summary>
internal sealed class LogKey
{
    /// <summary>Reads or makes them.</summary>
    public LogKey(HubKeys keys, IOptions<LogOptions> options)
    {
        Origin = keys.ReadOrMake("log.origin", () => $"{options.Value.Deployment}/readiness-passport").Trim();
        Signer = new NoteSigner(Origin, Convert.FromHexString(keys.ReadOrMake("log.seed", () => RandomNumberGenerator.GetHexString(64))));
    }

    /// <summary>The log's name, such as <c>commonwealth/readiness-passport</c>.</summary>
    public string Origin { get; }

    /// <summary>Signs checkpoints.</summary>
    public NoteSigner Signer { get; }
}
