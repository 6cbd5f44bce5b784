using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Suite;

/// <summary>Every service in one process, each behind its own port and with its own settings, talking to each other over HTTP as anywhere else.</summary>
public sealed class RunningSuite : IAsyncDisposable
{
    // Each service counts by itself, Binance by address: together they plan with this share of its limits.
    private const double BudgetShare = 0.6;
    private const int AnalysisServices = 2;

    private readonly List<WebApplication> _services = [];

    private RunningSuite()
    {
    }

    /// <summary>Address of the gateway.</summary>
    public Uri Gateway { get; private set; } = null!;

    /// <summary>Address of the liquidation heatmap.</summary>
    public Uri LiquidationHeatmap { get; private set; } = null!;

    /// <summary>Address of the funding and derivatives service.</summary>
    public Uri FundingDerivatives { get; private set; } = null!;

    /// <summary>Address of the paper exchange; null when the services talk to Binance.</summary>
    public Uri? PaperExchange { get; private set; }

    /// <summary>Starts the suite: the exchange before those who ask it, the gateway last.</summary>
    /// <param name="ports">Where the parts listen.</param>
    /// <param name="paper">What the paper exchange serves; null to talk to Binance.</param>
    /// <param name="settings">Configuration for every service, as <c>--key=value</c>.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The suite; dispose of it to stop.</returns>
    /// <exception cref="SuiteStartException">A part cannot start for a reason that the operator can mend.</exception>
    /// <exception cref="InvalidSetupException">The paper exchange cannot serve what is asked.</exception>
    public static async Task<RunningSuite> StartAsync(
        SuitePorts ports, PaperExchangeOptions? paper, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ports);

        var suite = new RunningSuite();
        try
        {
            List<string> exchange = [FormattableString.Invariant($"--Binance:BudgetShare={BudgetShare / AnalysisServices}")];
            if (paper is not null)
            {
                suite.PaperExchange = await suite.StartAsync(
                    args => PaperExchangeService.Build(paper, args), PaperExchangeService.Identity, ports.PaperExchange, settings, cancellationToken);
                exchange.AddRange([$"--Binance:FuturesUrl={suite.PaperExchange}", $"--Binance:SpotUrl={suite.PaperExchange}", $"--Binance:BracketsUrl={suite.PaperExchange}"]);
            }

            suite.LiquidationHeatmap = await suite.StartAsync(
                LiquidationHeatmapService.Build, LiquidationHeatmapService.Identity, ports.LiquidationHeatmap, [.. exchange, .. settings], cancellationToken);
            suite.FundingDerivatives = await suite.StartAsync(
                FundingDerivativesService.Build, FundingDerivativesService.Identity, ports.FundingDerivatives, [.. exchange, .. settings], cancellationToken);
            suite.Gateway = await suite.StartAsync(
                GatewayService.Build,
                GatewayService.Identity,
                ports.Gateway,
                [$"--LIQUIDATION_SERVICE_URL={suite.LiquidationHeatmap}", $"--FUNDING_SERVICE_URL={suite.FundingDerivatives}", .. settings],
                cancellationToken);
            return suite;
        }
        catch
        {
            await suite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is told to stop, and stops every part.</summary>
    /// <returns>When all have stopped.</returns>
    public Task WaitForShutdownAsync() => Task.WhenAll(_services.Select(service => service.WaitForShutdownAsync()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Callers before those they call.
        foreach (var service in _services.AsEnumerable().Reverse())
        {
            await service.StopAsync();
            await service.DisposeAsync();
        }

        _services.Clear();
    }

    private async Task<Uri> StartAsync(
        Func<string[], WebApplication> build, ServiceIdentity identity, int port, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        // Port 0 has no meaning for both addresses of localhost at once.
        var host = port == 0 ? "127.0.0.1" : "localhost";
        WebApplication service;
        try
        {
            service = build([$"--urls=http://{host}:{port}", .. settings]);
            _services.Add(service);
            await service.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (StartFailure.Explain(failure, identity) is { } sentence)
        {
            throw new SuiteStartException(sentence, failure);
        }

        var addresses = service.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new Uri(addresses.First());
    }
}
