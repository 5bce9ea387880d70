using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ReadinessPassport.Agency.Serving;

/// <summary>Signed-in sessions with their tokens, in memory only: the cookie carries a random key and nothing else. A restart signs everybody out.</summary>
internal sealed class TicketsInMemory(TimeProvider clock) : ITicketStore
{
    private readonly ConcurrentDictionary<string, AuthenticationTicket> _tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach (var (key, old) in _tickets)
        {
            if (old.Properties.ExpiresUtc < clock.GetUtcNow())
                _tickets.TryRemove(key, out _);
        }
        var fresh = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _tickets[fresh] = ticket;
        return Task.FromResult(fresh);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        _tickets[key] = ticket;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_tickets.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        _tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
