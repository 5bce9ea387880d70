using Microsoft.EntityFrameworkCore;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>OpenIddict's own tables (clients, authorizations, scopes, tokens) for its stores. The product's tables are read with hand-written SQL; these come by migration 0003.</summary>
internal sealed class TokenTables(DbContextOptions<TokenTables> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("identity");
        modelBuilder.UseOpenIddict();
    }
}
