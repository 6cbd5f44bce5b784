namespace OmnipotentFutures.Binance.Errors;

/// <summary>The one exception that calls to Binance throw, apart from the caller's own cancellation.</summary>
public sealed class BinanceException : Exception
{
    /// <summary>Describes a failed call.</summary>
    /// <param name="kind">Why it failed.</param>
    /// <param name="path">The endpoint's path.</param>
    /// <param name="message">What happened, for the log.</param>
    /// <param name="cause">The exception underneath, if any.</param>
    public BinanceException(BinanceErrorKind kind, string path, string message, Exception? cause = null)
        : base($"{path}: {message}", cause)
    {
        Kind = kind;
        Path = path;
    }

    /// <summary>Why the call failed.</summary>
    public BinanceErrorKind Kind { get; }

    /// <summary>Path of the endpoint that was called.</summary>
    public string Path { get; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>HTTP status of the answer by which the exchange has closed the scope, of an earlier call's: this one was not sent. Null when it was, or
    /// when something else kept it back.</summary>
    public int? ClosedByStatus { get; init; }

    /// <summary>Whether our own budget refused the call.</summary>
    public bool IsOverOurBudget => this is { Kind: BinanceErrorKind.RateLimited, Status: null, ClosedByStatus: null };

    /// <summary>Whether our own circuit breaker held the call back: earlier calls of its scope have failed.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>Whether the call was never sent: our own budget was spent, our breaker was open, or the exchange had closed its scope.</summary>
    public bool WasNotSent => IsOverOurBudget || IsHeldBack || ClosedByStatus is not null;

    /// <summary>Binance's error code, such as -1121; null when the answer carried none.</summary>
    public int? Code { get; init; }

    /// <summary>How long to wait before the same call can succeed; null where that is not known or waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the answer is that there is nothing to give: the symbol is not listed or not trading, or has no contract of the kind
    /// asked for (codes -1121, -4108, -4104, -4144).</summary>
    public bool MeansNoData => Kind is BinanceErrorKind.UnknownSymbol or BinanceErrorKind.SymbolNotTrading || Code is -4104 or -4144;

    /// <summary>Whether the same call can succeed later without anybody changing anything.</summary>
    public bool CanRetry => Kind is BinanceErrorKind.RateLimited or BinanceErrorKind.Banned or BinanceErrorKind.Blocked
        or BinanceErrorKind.Timeout or BinanceErrorKind.Unavailable or BinanceErrorKind.MalformedResponse;
}
