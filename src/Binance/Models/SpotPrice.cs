namespace OmnipotentFutures.Binance.Models;

/// <summary>Price of a spot pair's last trade.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="Price">Quote units.</param>
public sealed record SpotPrice(string Symbol, decimal? Price);
