using System.Net.Http.Json;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
using OmnipotentFutures.LiquidationHeatmap;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>What <c>src/Suite --paper</c> runs, in parts that a test can stop and start.</summary>
public sealed class Services : IAsyncDisposable
{
    private readonly string _logs = Directory.CreateTempSubdirectory("omnipotent-futures-").FullName;
    private readonly HttpClient _http = new();
    private readonly Stack<Service> _running = [];

    private Services()
    {
    }

    /// <summary>Serves the page.</summary>
    public Service Gateway { get; private set; } = null!;

    public Service LiquidationHeatmap { get; private set; } = null!;

    public Service FundingDerivatives { get; private set; } = null!;

    public Service PaperExchange { get; private set; } = null!;

    private string[] LogSettings => [$"--LOG_DIRECTORY={_logs}", "--LOG_CONSOLE_LEVEL=Fatal"];

    public static async Task<Services> StartAsync()
    {
        var services = new Services();
        try
        {
            await services.StartAllAsync();
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the paper exchange misbehave until <see cref="MendAsync"/>.</summary>
    /// <param name="fault">As <c>POST /paper/faults</c> takes it.</param>
    public async Task BreakAsync(object fault)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(PaperExchange.Address, "/paper/faults"), fault);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public async Task MendAsync()
    {
        using var response = await _http.DeleteAsync(new Uri(PaperExchange.Address, "/paper/faults"));
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>Stops both analysis services; the gateway stays and says that they are gone.</summary>
    public Task StopAnalysisAsync() => Task.WhenAll(LiquidationHeatmap.StopAsync(), FundingDerivatives.StopAsync());

    /// <summary>Starts them again where they were.</summary>
    public Task StartAnalysisAsync() => Task.WhenAll(LiquidationHeatmap.StartAsync(), FundingDerivatives.StartAsync());

    /// <summary>Another gateway in front of the same services, which asks for a key. Whoever asked for it stops it.</summary>
    /// <param name="key">Its key.</param>
    public async Task<Service> StartGatewayAsync(string key)
    {
        var gateway = CreateGateway($"--Gateway:ApiKey={key}");
        await gateway.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        // Callers before those they call.
        foreach (var service in _running)
        {
            await service.DisposeAsync();
        }

        _http.Dispose();
        Directory.Delete(_logs, recursive: true);
    }

    private async Task StartAllAsync()
    {
        PaperExchange = await StartAsync(new Service(args => PaperExchangeService.Build(new PaperExchangeOptions(), args), LogSettings));
        // A machine that runs a browser beside it may be slow.
        string[] analysis =
        [
            .. LogSettings, $"--Brackets:Directory={_logs}/brackets", "--Watch:Largest=0", "--Binance:AttemptTimeoutSeconds=8", "--Binance:TotalTimeoutSeconds=8",
            $"--Binance:FuturesUrl={PaperExchange.Address}", $"--Binance:SpotUrl={PaperExchange.Address}", $"--Binance:BracketsUrl={PaperExchange.Address}",
        ];
        LiquidationHeatmap = await StartAsync(new Service(LiquidationHeatmapService.Build, analysis));
        FundingDerivatives = await StartAsync(new Service(FundingDerivativesService.Build, analysis));
        Gateway = await StartAsync(CreateGateway());
    }

    private Service CreateGateway(params IEnumerable<string> settings) => new(
        GatewayService.Build,
        // Every page of every test is the same client.
        [
            .. LogSettings, "--ClientLimit:PerSecond=0",
            $"--LIQUIDATION_SERVICE_URL={LiquidationHeatmap.Address}", $"--FUNDING_SERVICE_URL={FundingDerivatives.Address}",
            .. settings,
        ]);

    private async Task<Service> StartAsync(Service service)
    {
        _running.Push(service);
        await service.StartAsync();
        return service;
    }
}
