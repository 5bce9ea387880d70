using Hangfire;
using ReadinessPassport.Service.Platform.Jobs;
using ReadinessPassport.Service.Platform.SignIn;

namespace ReadinessPassport.Service.Uploads;

/// <summary>Deliveries of the agencies: received in chunks, verified before anything of them is taken, acknowledged with a receipt from the log.</summary>
internal static class UploadsSlice
{
    public static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UploadTable>();
        services.AddSingleton<UploadFiles>();
        services.AddSingleton<UploadCompletion>();
        services.AddSingleton<DeliveryTerms>();
        services.AddTransient<VerifyUpload>();
        services.AddTransient<SweepUploads>();
        services.AddHostedService<SweepSchedule>();
        return services;
    }

    public static void MapUploads(this WebApplication app)
    {
        var uploads = app.MapGroup("/api/uploads").WithTags("Uploads").AddEndpointFilter(TusProtocol.Filter)
            .AllowOnly(Roles.Machine, Roles.DataSteward).WithScope("upload");
        uploads.MapMethods("/", ["OPTIONS"], TusProtocol.Options).WithSummary("What the hub speaks of tus 1.0.");
        uploads.MapPost("/", CreateUpload.Handle).WithSummary("Announces a delivery: Upload-Length, Upload-Metadata with kind, sha256 and agreement.");
        uploads.MapGet("/", ShowUpload.All).WithSummary("The agency's newest hundred deliveries.");
        uploads.MapMethods("/{id}", ["HEAD"], ShowUpload.Offset).WithSummary("How many bytes are here.");
        uploads.MapPatch("/{id}", ReceiveChunk.Handle).WithSummary("Appends a chunk at Upload-Offset.");
        uploads.MapGet("/{id}", ShowUpload.One).WithSummary("One delivery and its outcome.");
        uploads.MapDelete("/{id}", ShowUpload.Cancel).WithSummary("Gives an unfinished delivery up.");
    }

    private sealed class SweepSchedule(IRecurringJobManager recurring) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            recurring.AddOrUpdate<SweepUploads>("sweep-uploads", Queues.Web, sweep => sweep.RunAsync(CancellationToken.None), "*/5 * * * *");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
