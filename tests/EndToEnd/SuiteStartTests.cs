using System.Net;
using System.Net.Sockets;
using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.Suite;

namespace OmnipotentFutures.EndToEnd;

public sealed class SuiteStartTests
{
    [Fact]
    public async Task A_port_in_use_is_one_clear_sentence()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var failure = await Should.ThrowAsync<SuiteStartException>(() =>
            RunningSuite.StartAsync(SuitePorts.Any with { LiquidationHeatmap = port }, paper: null, ["--LOG_CONSOLE_LEVEL=Fatal"], CancellationToken.None));

        failure.Message.ShouldContain(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        failure.Message.ShouldContain("Liquidation heatmap");
        failure.Message.ShouldContain("in use");
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_missing_market_folder_is_named() =>
        (await Should.ThrowAsync<InvalidSetupException>(() =>
            RunningSuite.StartAsync(SuitePorts.Any, new PaperExchangeOptions { MarketFolder = "no-such-folder" }, [], CancellationToken.None)))
        .Message.ShouldContain("no-such-folder");
}
