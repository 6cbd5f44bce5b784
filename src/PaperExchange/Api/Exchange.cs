using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>The market that is served, and its time.</summary>
internal sealed record Exchange(IMarket Market, ExchangeClock Clock);
