namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>A fault to switch on.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Path">Path it strikes, such as <c>/fapi/v1/klines</c>; null strikes every Binance endpoint.</param>
/// <param name="Status">HTTP status, 400 to 599: of kind <c>status</c> (required) and <c>html</c> (default 403).</param>
/// <param name="LatencyMs">Delay of kind <c>latency</c>, ms, 1 to 600000.</param>
/// <param name="Share">Share of calls it strikes, above 0 and at most 1.</param>
/// <param name="Count">Calls it strikes in all, at least 1; null has no end.</param>
public sealed record FaultRequest(FaultKind Kind, string? Path = null, int? Status = null, int? LatencyMs = null, double Share = 1, int? Count = null);

/// <summary>A fault that is switched on.</summary>
/// <param name="Path">Path it strikes; null strikes every Binance endpoint.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Status">HTTP status it answers with, where its kind has one.</param>
/// <param name="LatencyMs">Delay, ms.</param>
/// <param name="Share">Share of calls it strikes.</param>
/// <param name="Count">Calls it strikes in all; null has no end.</param>
/// <param name="Struck">Calls it has struck.</param>
public sealed record FaultResponse(string? Path, FaultKind Kind, int Status, int LatencyMs, double Share, int? Count, int Struck);
