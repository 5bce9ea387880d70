using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace ReadinessPassport.WebComponents;

/// <summary>The style sheets, fonts and images of the shared look, served from inside this assembly: whatever the current folder, and nothing from elsewhere.</summary>
public static class WebAssets
{
    private const string Prefix = "wwwroot/";
    private static readonly Lazy<FrozenDictionary<string, Asset>> s_assets = new(Load);

    /// <summary>Below which path they are served.</summary>
    public const string Path = "/_content/ReadinessPassport.WebComponents";

    /// <summary>Maps them. They hold nothing about anybody: allow everybody.</summary>
    public static IEndpointConventionBuilder MapWebAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path + "/{**asset}", Answer).ExcludeFromDescription();

    private static IResult Answer(string? asset, HttpContext context)
    {
        if (asset is null || !s_assets.Value.TryGetValue(asset, out var found))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.Vary = "Accept-Encoding";
        var gzip = found.Compressed is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (gzip)
            context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(gzip ? found.Compressed! : found.Bytes, found.Type, entityTag: new EntityTagHeaderValue($"\"{found.Tag}{(gzip ? "-gz" : "")}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var type = System.IO.Path.GetExtension(n) switch { ".css" => "text/css; charset=utf-8", ".woff2" => "font/woff2", ".svg" => "image/svg+xml", _ => "application/octet-stream" };
            return new Asset(bytes, type == "font/woff2" ? null : Compress(bytes), type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
        }, StringComparer.Ordinal);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return compressed.ToArray();
    }

    private sealed record Asset(byte[] Bytes, byte[]? Compressed, string Type, string Tag);
}
