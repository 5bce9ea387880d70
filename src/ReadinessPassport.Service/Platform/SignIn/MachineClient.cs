using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using ReadinessPassport.Service.Platform.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Registers an agency's program at the issuer inside the hub: the client id is the agency's code, the secret its own private key (RFC 7523).</summary>
internal static class MachineClient
{
    /// <summary>Registers the client, or gives it the identity's present key, so that a rolled-over key replaces the old one.</summary>
    public static async Task RegisterAsync(WebDatabase database, PublicIdentity identity, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContext<TokenTables>(o => o.UseNpgsql(database.Source).UseOpenIddict());
        services.AddOpenIddict().AddCore(o => o.UseEntityFrameworkCore().UseDbContext<TokenTables>());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var descriptor = Descriptor(identity);
        if (await applications.FindByClientIdAsync(identity.Agency.Code, ct) is { } known)
            await applications.UpdateAsync(known, descriptor, ct);
        else
            await applications.CreateAsync(descriptor, ct);
    }

    private static OpenIddictApplicationDescriptor Descriptor(PublicIdentity identity)
    {
        var key = (JsonObject)identity.ClientKey.DeepClone();
        key["use"] = "sig";
        key["alg"] = "ES256";
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = identity.Agency.Code,
            DisplayName = identity.Agency.Code,
            ClientType = ClientTypes.Confidential,
            JsonWebKeySet = new JsonWebKeySet { Keys = { new JsonWebKey(key.ToJsonString()) } },
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.GrantTypes.ClientCredentials },
        };
        foreach (var s in InsideIssuer.MachineScopes)
            descriptor.Permissions.Add(Permissions.Prefixes.Scope + s);
        return descriptor;
    }
}
