using System.Globalization;
using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Recording;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange;

/// <summary>Opens the market that the options ask for, and sets the clock to it.</summary>
internal static class MarketFactory
{
    /// <exception cref="InvalidSetupException">The options or the recording's files are not usable.</exception>
    public static (IMarket Market, ExchangeClock Clock) Create(PaperExchangeOptions options)
    {
        options.Validate();
        return options.MarketFolder is { } folder ? Recorded(folder, options) : Simulated(options);
    }

    private static (IMarket, ExchangeClock) Recorded(string folder, PaperExchangeOptions options)
    {
        var market = RecordedMarket.Load(folder);
        var start = options.StartAt?.ToUnixTimeMilliseconds() ?? market.End;
        if (start < market.Start || start > market.End)
        {
            throw new InvalidSetupException(
                $"The time {Describe(start)} lies outside the recording, which runs from {Describe(market.Start)} to {Describe(market.End)}.");
        }

        return (market, new ExchangeClock(options.TimeProvider, start, options.Speed, market.End));
    }

    private static (IMarket, ExchangeClock) Simulated(PaperExchangeOptions options)
    {
        var start = (options.StartAt ?? options.TimeProvider.GetUtcNow()).ToUnixTimeMilliseconds();
        var simulation = new SimulationOptions { Now = start, Contracts = options.Contracts };
        var market = SimulatedMarket.Create(options.Seed is { } seed ? simulation with { Seed = seed } : simulation);
        return (market, new ExchangeClock(options.TimeProvider, start, options.Speed));
    }

    private static string Describe(long time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
