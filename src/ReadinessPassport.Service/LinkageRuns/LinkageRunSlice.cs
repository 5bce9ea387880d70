using Microsoft.Extensions.DependencyInjection.Extensions;
using ReadinessPassport.Service.Platform;
using ReadinessPassport.Service.Platform.SignIn;

namespace ReadinessPassport.Service.LinkageRuns;

/// <summary>Linkage runs: asked for over the API or the command line, done by linkage units, shown to operators. All that <see cref="Hub"/> knows of them.</summary>
internal static class LinkageRunSlice
{
    /// <summary>The queue that linkage units serve.</summary>
    public const string Queue = Platform.Jobs.Queues.Linkage;

    /// <summary>Registers what the process's role needs.</summary>
    public static IServiceCollection AddLinkageRuns(this IServiceCollection services, HubOptions options, IConfiguration configuration)
    {
        if (options.ServesWeb)
            services.AddSingleton<RunProgress>();
        if (!options.Links)
            return services;
        services.AddSingleton(LinkageUnitOptions.From(configuration));
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunContexts>();
        services.AddSingleton<PieceQueue>();
        services.AddSingleton<RunConductor>();
        services.TryAddSingleton<IReadOnlyList<ILinkageStep>>(_ => LinkageSteps.All);
        services.AddHostedService<PieceLoop>();
        return services;
    }

    /// <summary>Maps the API.</summary>
    public static void MapLinkageRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("/api/runs").WithTags("Linkage runs");
        runs.MapPost("", StartRun.Handle).AllowOnly(Roles.LinkageOperator, Roles.DataSteward);
        runs.MapGet("", ViewRuns.List).AllowOnly(Roles.LinkageOperator, Roles.DataSteward, Roles.LegalReviewer);
        runs.MapGet("{run}", ViewRuns.One).AllowOnly(Roles.LinkageOperator, Roles.DataSteward, Roles.LegalReviewer);
    }
}
