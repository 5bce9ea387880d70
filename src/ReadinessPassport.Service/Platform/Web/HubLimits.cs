using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ReadinessPassport.Service.Platform.Web;

/// <summary>
/// How many requests one account may send, section <c>Limits</c> of the configuration. Counted by account, not by address: behind an agency's
/// proxy hundreds share one. Only those who are not signed in are counted by address.
/// </summary>
internal sealed class HubLimits
{
    /// <summary>Requests a second of one account, on average.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; set; } = 400;

    /// <summary>Requests a second of one address that is not signed in.</summary>
    [Range(1, 100_000)]
    public int AnonymousPerSecond { get; set; } = 50;

    /// <summary>Registers the limiter.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HubLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        var limits = configuration.GetSection("Limits").Get<HubLimits>() ?? new();
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.FindFirst("sub")?.Value is { } subject
                ? RateLimitPartition.GetTokenBucketLimiter(subject, _ => Bucket(limits.PerSecond))
                : RateLimitPartition.GetTokenBucketLimiter("from " + context.Connection.RemoteIpAddress, _ => Bucket(limits.AnonymousPerSecond)));
            o.OnRejected = Reject;
        });
    }

    private static async ValueTask Reject(OnRejectedContext context, CancellationToken ct)
    {
        context.HttpContext.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await HubProblems.OfStatus(429).ExecuteAsync(context.HttpContext);
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * 4, TokensPerPeriod = Math.Max(1, perSecond / 5), ReplenishmentPeriod = TimeSpan.FromMilliseconds(200), QueueLimit = 0, AutoReplenishment = true,
    };
}
