using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Why nothing is sent in a scope, and until when.</summary>
/// <param name="Kind">Kind of the refusal.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Pause">Time from the refusal until calls may go on.</param>
/// <param name="Until">End of the pause, UTC.</param>
internal sealed record ScopeClosure(BinanceErrorKind Kind, int Status, TimeSpan Pause, DateTimeOffset Until);
