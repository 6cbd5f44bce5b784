namespace OmnipotentFutures.Binance;

/// <summary>Where Binance is and how much of its limits this process may use. Configuration section <c>Binance</c>.</summary>
public sealed class BinanceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Binance";

    /// <summary>Host of the futures API; <c>BINANCE__FUTURESURL</c>.</summary>
    public Uri FuturesUrl { get; set; } = new("https://fapi.binance.com");

    /// <summary>Host of the spot API; <c>BINANCE__SPOTURL</c>.</summary>
    public Uri SpotUrl { get; set; } = new("https://api.binance.com");

    /// <summary>Host of the website, which gives the margin brackets without a key; <c>BINANCE__BRACKETSURL</c>.</summary>
    public Uri BracketsUrl { get; set; } = new("https://www.binance.com");

    /// <summary>Share of every exchange limit that this process plans with, a fraction from 0.03 to 1. The limits are per IP address: several
    /// services behind one address must together stay below 1. At the lowest share the dearest call still fits.</summary>
    public double BudgetShare { get; set; } = 0.3;

    /// <summary>Longest wait for budget before a call is refused, 0.1 to 60 seconds. Comes on top of the total timeout.</summary>
    public double MaxBudgetWaitSeconds { get; set; } = 2;

    /// <summary>Time for one attempt, 0.1 to 60 seconds and not above the total.</summary>
    public double AttemptTimeoutSeconds { get; set; } = 3;

    /// <summary>Time for all attempts of a call together, 0.1 to 60 seconds. With the wait for budget below the gateway's 10, so that the cause
    /// reaches the caller.</summary>
    public double TotalTimeoutSeconds { get; set; } = 7;
}
