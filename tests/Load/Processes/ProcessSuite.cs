using System.Globalization;

namespace OmnipotentFutures.Load.Processes;

/// <summary>The suite as it is deployed: every part a process of its own, on free loopback ports, with the simulated market as its exchange.</summary>
internal sealed class ProcessSuite : IDisposable
{
    // As the compose file shares Binance's limits among two services.
    private const double BudgetShare = 0.3;

    private readonly string _logs = Directory.CreateTempSubdirectory("omnipotent-futures-load-").FullName;
    private readonly List<ServiceProcess> _services = [];
    private readonly Uri _exchangeAddress = Loopback.FreeAddress();

    private ProcessSuite()
    {
    }

    public ServiceProcess Exchange { get; private set; } = null!;

    public ServiceProcess LiquidationHeatmap { get; private set; } = null!;

    public ServiceProcess FundingDerivatives { get; private set; } = null!;

    public ServiceProcess Gateway { get; private set; } = null!;

    /// <summary>The parts whose figures count.</summary>
    public IReadOnlyList<ServiceProcess> Services => _services;

    /// <summary>The two that analyse.</summary>
    public IEnumerable<ServiceProcess> Analysts => [LiquidationHeatmap, FundingDerivatives];

    public PaperControl Control { get; private set; } = null!;

    /// <summary>Starts the exchange, the two services and the gateway. They keep <paramref name="watched"/> contracts warm by themselves: 0 where
    /// upstream calls are counted.</summary>
    public static async Task<ProcessSuite> StartAsync(int watched, CancellationToken cancellationToken)
    {
        var suite = new ProcessSuite();
        try
        {
            await suite.StartExchangeAsync(cancellationToken);
            suite.LiquidationHeatmap = await suite.StartAnalystAsync("LiquidationHeatmap", watched, cancellationToken);
            suite.FundingDerivatives = await suite.StartAnalystAsync("FundingDerivatives", watched, cancellationToken);
            suite.Gateway = await suite.StartGatewayAsync(cancellationToken);
            suite._services.AddRange([suite.LiquidationHeatmap, suite.FundingDerivatives, suite.Gateway]);
            return suite;
        }
        catch
        {
            suite.Dispose();
            throw;
        }
    }

    /// <summary>Starts the exchange, at the address it had before if it has been killed.</summary>
    public async Task StartExchangeAsync(CancellationToken cancellationToken)
    {
        // Its failures are the drill's own doing.
        var settings = new Dictionary<string, string>(Settings()) { ["LOG_CONSOLE_LEVEL"] = "Fatal" };
        Exchange = await ServiceProcess.StartAsync("PaperExchange", _exchangeAddress, ProgramFiles.Of("PaperExchange"), [], settings, "/paper/usage", cancellationToken);
        Control = new PaperControl(_exchangeAddress);
    }

    /// <summary>Starts one more analysing service on a free port.</summary>
    public Task<ServiceProcess> StartAnalystAsync(string room, int watched, CancellationToken cancellationToken)
    {
        var exchange = _exchangeAddress.ToString();
        return StartAsync(
            room,
            new()
            {
                ["BINANCE__FUTURESURL"] = exchange,
                ["BINANCE__SPOTURL"] = exchange,
                ["BINANCE__BRACKETSURL"] = exchange,
                ["BINANCE__BUDGETSHARE"] = BudgetShare.ToString(CultureInfo.InvariantCulture),
                ["WATCH__LARGEST"] = watched.ToString(CultureInfo.InvariantCulture),
            },
            cancellationToken);
    }

    /// <summary>Starts one more gateway on a free port.</summary>
    public Task<ServiceProcess> StartGatewayAsync(CancellationToken cancellationToken) => StartAsync(
        "Gateway",
        new()
        {
            ["LIQUIDATION_SERVICE_URL"] = LiquidationHeatmap.Address.ToString(),
            ["FUNDING_SERVICE_URL"] = FundingDerivatives.Address.ToString(),
            // All load comes from one address, and it is the gateway that is measured, not its patience with one caller.
            ["CLIENTLIMIT__PERSECOND"] = "0",
        },
        cancellationToken);

    public void Dispose()
    {
        // Callers before those they call. Those that were not reached by the start are not there.
        foreach (var service in new[] { Gateway, FundingDerivatives, LiquidationHeatmap, Exchange }.OfType<ServiceProcess>())
        {
            service.Dispose();
        }

        Directory.Delete(_logs, recursive: true);
    }

    private Task<ServiceProcess> StartAsync(string room, Dictionary<string, string> settings, CancellationToken cancellationToken) =>
        ServiceProcess.StartAsync(room, Loopback.FreeAddress(), ProgramFiles.Of(room), [], Settings(settings), "/health/ready", cancellationToken);

    private Dictionary<string, string> Settings(Dictionary<string, string>? more = null) => new(more ?? [])
    {
        ["LOG_DIRECTORY"] = _logs,
        ["LOG_CONSOLE_LEVEL"] = "Error",
        ["BRACKETS__DIRECTORY"] = Path.Combine(_logs, "brackets"),
        ["DOTNET_ENVIRONMENT"] = "Production",
    };
}
