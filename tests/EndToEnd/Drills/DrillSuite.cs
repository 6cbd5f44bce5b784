using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.LiquidationHeatmap;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>Both analysing services and an exchange that can fail, stop and come back at the same address, all on one clock that can be put forward.</summary>
public sealed class DrillSuite : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 12, 2, 30, TimeSpan.Zero);

    private readonly HttpClient _http = new();
    private readonly string _exchangeAddress = FreeAddress();
    private PaperExchangeOptions _options;
    private ServiceUnderTest? _exchange;

    private DrillSuite(PaperExchangeOptions? options, DrillClock clock)
    {
        Clock = clock;
        _options = (options ?? new PaperExchangeOptions()) with { TimeProvider = clock };
    }

    public DrillClock Clock { get; }

    public DrillService LiquidationHeatmap { get; private set; } = null!;

    public DrillService FundingDerivatives { get; private set; } = null!;

    public IReadOnlyList<DrillService> Services => [LiquidationHeatmap, FundingDerivatives];

    /// <summary>Starts everything.</summary>
    /// <param name="options">What the exchange serves; null for the usual simulated market.</param>
    /// <param name="skew">How far the exchange's clock is ahead of the services'.</param>
    /// <param name="withExchange">Whether the exchange is there from the start.</param>
    /// <param name="isStanding">Whether the clock stands still but for what it is put forward.</param>
    /// <param name="settings">More of the services' command line.</param>
    public static async Task<DrillSuite> StartAsync(
        PaperExchangeOptions? options = null, TimeSpan skew = default, bool withExchange = true, bool isStanding = false, params string[] settings)
    {
        var suite = new DrillSuite(options, new DrillClock(Start, isStanding));
        DrillClockStartup.Use(suite.Clock);
        suite._options = suite._options with { StartAt = Start + skew };
        if (withExchange)
        {
            await suite.StartExchangeAsync();
        }

        string[] all =
        [
            $"--Binance:FuturesUrl={suite._exchangeAddress}", $"--Binance:SpotUrl={suite._exchangeAddress}", $"--Binance:BracketsUrl={suite._exchangeAddress}",
            // A machine that builds beside it may be slow.
            "--Binance:AttemptTimeoutSeconds=8", "--Binance:TotalTimeoutSeconds=8",
            // Who is asked for what is the drill's to say.
            "--Watch:Largest=0",
            .. settings,
        ];
        suite.LiquidationHeatmap = await DrillService.StartAsync(LiquidationHeatmapService.Build, all);
        suite.FundingDerivatives = await DrillService.StartAsync(args => FundingDerivativesService.Build(args, suite.Clock), all);
        return suite;
    }

    /// <summary>Starts the exchange, at the address it had before. Its own clock goes on where the suite's is.</summary>
    public async Task StartExchangeAsync()
    {
        DrillClockStartup.Use(Clock);
        var options = _options with { StartAt = _options.StartAt + (Clock.GetUtcNow() - Start) };
        _exchange = await ServiceUnderTest.StartAsync(args => PaperExchangeService.Build(options, args), $"--urls={_exchangeAddress}", "--LOG_CONSOLE_LEVEL=Fatal");
    }

    public async Task StopExchangeAsync()
    {
        await _exchange!.DisposeAsync();
        _exchange = null;
    }

    /// <summary>Makes the exchange misbehave until <see cref="MendAsync"/>.</summary>
    public async Task BreakAsync(object fault)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(_exchange!.Address, "/paper/faults"), fault);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public async Task MendAsync()
    {
        using var response = await _http.DeleteAsync(new Uri(_exchange!.Address, "/paper/faults"));
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    public Task<JsonElement> UsageAsync() => _exchange!.GetAsync("/paper/usage");

    /// <summary>Calls that the exchange has counted, but for those that services make by themselves.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CallsAsync() => (await UsageAsync()).At("paths").EnumerateObject()
        .Where(path => path.Name is not ("/fapi/v1/time" or "/fapi/v1/fundingInfo"))
        .ToDictionary(path => path.Name, path => path.Value.TimeAt("requests"));

    /// <summary>By the exchange's own limits nobody was refused, let alone banned.</summary>
    public async Task ShouldHaveKeptTheRulesAsync()
    {
        foreach (var scope in (await UsageAsync()).ArrayAt("scopes"))
        {
            scope.TimeAt("refused").ShouldBe(0, scope.ToString());
            scope.TimeAt("banned").ShouldBe(0, scope.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services.OfType<DrillService>())
        {
            await service.DisposeAsync();
        }

        if (_exchange is not null)
        {
            await _exchange.DisposeAsync();
        }

        _http.Dispose();
        await Clock.DisposeAsync();
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
