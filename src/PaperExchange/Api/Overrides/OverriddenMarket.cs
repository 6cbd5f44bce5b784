using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>A market in which some contracts are told to be otherwise: what tells Binance's special cases to a client that has to cope with
/// them.</summary>
internal sealed class OverriddenMarket(IMarket market, ContractOverrides overrides) : IMarket
{
    public string Source => market.Source;

    public IReadOnlyList<Instrument> Instruments =>
        overrides.IsEmpty ? market.Instruments : [.. market.Instruments.Select(instrument => Find(instrument.Symbol)!.Instrument)];

    public IReadOnlyList<SpotPair> SpotPairs
    {
        get
        {
            var delisted = DelistedSpot();
            return delisted.Count == 0 ? market.SpotPairs : [.. market.SpotPairs.Where(pair => !delisted.Contains(pair.Symbol))];
        }
    }

    public IInstrumentMarket? Find(string symbol) => market.Find(symbol) is { } found && overrides.Find(symbol) is { } told
        ? new OverriddenInstrument(found, told)
        : market.Find(symbol);

    public SpotQuote? FindSpot(string symbol, long now) => DelistedSpot().Contains(symbol) ? null : market.FindSpot(symbol, now);

    private HashSet<string?> DelistedSpot() =>
        [.. overrides.All.Where(told => told.Lacks(ContractPart.Spot)).Select(told => market.Find(told.Symbol)?.Instrument.SpotSymbol)];
}
