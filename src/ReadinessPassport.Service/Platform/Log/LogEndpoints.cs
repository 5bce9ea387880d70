using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Service.Platform.Web;
using ReadinessPassport.Transparency.Tree;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>The log as anybody may read it (C2SP tlog-tiles), proofs, and where witnesses leave their cosignatures. Leaves carry no personal data.</summary>
internal static class LogEndpoints
{
    /// <summary>Registers the log on role web.</summary>
    public static IServiceCollection AddHubLog(this IServiceCollection services)
    {
        services.AddOptions<LogOptions>().BindConfiguration("Log").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LogKey>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<Cosignatures>();
        services.AddSingleton<BundleExport>();
        services.AddSingleton(s => new StoredTiles(s.GetRequiredService<WebDatabase>().Source));
        services.AddHostedService<CheckpointMaker>();
        services.AddHealthChecks().AddCheck<LogHealth>("log", tags: ["ready"]);
        return services;
    }

    /// <summary>Maps it.</summary>
    public static void MapHubLog(this WebApplication app)
    {
        var log = app.MapGroup("/log").AllowAnybody().WithTags("Log");
        log.MapGet("/checkpoint", NewestAsync).WithSummary("The newest checkpoint, a signed note with the witnesses' cosignatures.");
        log.MapGet("/tile/entries/{**path}", EntriesAsync).WithSummary("The entries of a tile.");
        log.MapGet("/tile/{level:int}/{**path}", TileAsync).WithSummary("A tile of hashes.");
        log.MapGet("/key", (LogKey key) => TypedResults.Ok(new LogPublicKey(key.Origin, Convert.ToBase64String(key.Signer.Key.PublicKey), key.Signer.Key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture))))
            .WithSummary("The key that signs checkpoints; get it apart from the log when you can.");
        app.MapGet("/register", RegisterAsync).AllowAnybody().ExcludeFromDescription();
        app.MapGet("/api/log/proof", ProofAsync).AllowSignedIn().WithTags("Log").WithSummary("That an entry is in the tree of a checkpoint, or that a tree extends an older one.");
        app.MapGet("/api/log/bundle", BundleAsync).AllowOnly(Roles.LegalReviewer, Roles.PrivacyOfficer).WithTags("Log").WithSummary("An export that passport-review log verify verifies offline.");
        app.MapPost("/api/log/cosignatures", CosignAsync).AllowOnly(Roles.Machine).WithScope("log").WithTags("Log").WithSummary("A witness's cosignature under a checkpoint.");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> NewestAsync(Checkpoints checkpoints, CancellationToken ct) =>
        await checkpoints.NewestAsync(ct) is { } note ? TypedResults.Text(note.ToString(), "text/plain; charset=utf-8") : HubProblems.NotFound();

    private static async Task<RazorComponentResult<RegisterPage>> RegisterAsync(WebDatabase database, Checkpoints checkpoints, LogKey key, HubOptions options, CancellationToken ct) =>
        new(new { Register = await PublicRegister.ReadAsync(database, checkpoints, key, ct), options.Demonstration });

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> TileAsync(int level, string? path, HttpContext context, StoredTiles tiles, CancellationToken ct)
    {
        if (level is < 0 or > 7 || !TileId.TryParse(path, out var index, out var width))
            return HubProblems.NotFound();
        var tile = await tiles.ReadAsync(new(level, index, width), ct);
        return tile.IsEmpty ? HubProblems.NotFound() : Immutable(context, tile.ToArray());
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> EntriesAsync(string? path, HttpContext context, StoredTiles tiles, CancellationToken ct) =>
        TileId.TryParse(path, out var index, out var width) && await tiles.EntriesAsync(index, width, ct) is { } bundle ? Immutable(context, bundle) : HubProblems.NotFound();

    private static async Task<Results<Ok<LogProof>, ProblemHttpResult>> ProofAsync(long? index, long? older, long size, StoredTiles tiles, WebDatabase database, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select size from log.head");
        var tree = new TiledTree(tiles, Math.Max(0, size));
        if (size < 1 || size > (long)(await command.ExecuteScalarAsync(ct))! || index >= size || index < 0 || older > size || older < 0 || (index is null) == (older is null))
            return HubProblems.Of(400, LogErrors.NoSuchTree());
        await tiles.CompleteAsync(size, ct);
        var path = index is { } leaf ? await tree.InclusionAsync(leaf, ct) : await tree.ConsistencyAsync(older!.Value, ct);
        return TypedResults.Ok(new LogProof(index, older, size, Convert.ToHexStringLower(await tree.RootAsync(ct)), [.. path.Select(Convert.ToHexStringLower)]));
    }

    private static async Task<FileStreamHttpResult> BundleAsync(DateTimeOffset? from, DateTimeOffset? to, string? agreement, string? decision, BundleExport export, HubOptions options, CancellationToken ct)
    {
        // Gone when the answer has been sent: a bundle holds staff names.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await export.WriteAsync(file, new BundleRequest { From = from, To = to, Agreement = agreement, Decision = decision }, BundlePolicies.Read(options.Policies, options.Demonstration), ct);
            file.Position = 0;
            return TypedResults.Stream(file, "application/zip", "log-bundle.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CosignAsync(CosignatureRequest request, Caller caller, Cosignatures cosignatures, CancellationToken ct) =>
        await cosignatures.TakeAsync(request, caller.Agency, ct) ? TypedResults.NoContent() : HubProblems.Of(422, LogErrors.Cosignature());

    private static FileContentHttpResult Immutable(HttpContext context, byte[] bytes)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(bytes, "application/octet-stream");
    }
}
