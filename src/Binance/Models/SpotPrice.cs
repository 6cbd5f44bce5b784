using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Price of a spot pair's last trade.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="Price">Quote units.</param>
public sealed record SpotPrice([property: JsonRequired] string Symbol, decimal? Price);
