using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Tests.Fixtures;

/// <summary>A hub in a process of its own, for tests that kill it. Address, data folder and database stay the same over its lives.</summary>
internal sealed class HubProcess(DatabaseAddresses addresses, string role = "web") : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("rp-hub-process-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>What it printed, over all its lives.</summary>
    public string Output => File.Exists(OutputFile) ? File.ReadAllText(OutputFile) : "";

    private string OutputFile => Path.Combine(_data, "output.log");

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", OutputFile, "dotnet", Path.Combine(AppContext.BaseDirectory, "passport-hub.dll"), "serve", "--role", role, "--urls", Url, "--data", _data]);
        start.Environment["ConnectionStrings__Web"] = addresses.Web;
        start.Environment["ConnectionStrings__Linkage"] = addresses.Linkage;
        _process = Process.Start(start)!;
        if (role == "linkage-unit")
            return;
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The hub ended: " + Output);
            try
            {
                if ((await client.GetAsync(new Uri(Url + "/health/ready"), ct)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, ct);
            }
        }
        throw new TimeoutException("The hub was not ready within a minute: " + Output);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>A client with a machine's token, made with the hub's own key.</summary>
    public HttpClient AsMachine(string agency)
    {
        var client = new HttpClient { BaseAddress = new(Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url + "/", Audience = "readiness-passport", TokenType = "at+jwt", Expires = DateTime.UtcNow.AddMinutes(30),
            Claims = new Dictionary<string, object> { ["sub"] = agency, ["agency"] = agency, ["role"] = Roles.Machine, ["scope"] = "upload consent passport log" },
            SigningCredentials = new(new HubKeys(_data).TokenSigning(), SecurityAlgorithms.EcdsaSha256),
        }));
        return client;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
