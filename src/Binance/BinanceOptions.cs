using System.ComponentModel.DataAnnotations;

namespace OmnipotentFutures.Binance;

/// <summary>Where Binance is and how much of its limits this process may use. Configuration section <c>Binance</c>.</summary>
public sealed class BinanceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Binance";

    /// <summary>Host of the futures API; <c>BINANCE__FUTURESURL</c>.</summary>
    [Required]
    public Uri FuturesUrl { get; set; } = new("https://fapi.binance.com");

    /// <summary>Host of the spot API; <c>BINANCE__SPOTURL</c>.</summary>
    [Required]
    public Uri SpotUrl { get; set; } = new("https://api.binance.com");

    /// <summary>Host of the website, which gives the margin brackets without a key; <c>BINANCE__BRACKETSURL</c>.</summary>
    [Required]
    public Uri BracketsUrl { get; set; } = new("https://www.binance.com");

    /// <summary>Share of every exchange limit that this process plans with, a fraction. The limits are per IP address: several
    /// services behind one address must together stay below 1. At the lowest share the dearest call still fits.</summary>
    [Range(0.03, 1.0)]
    public double BudgetShare { get; set; } = 0.3;

    /// <summary>Longest wait for budget before a call is refused, seconds. Comes on top of the total timeout.</summary>
    [Range(0.1, 60.0)]
    public double MaxBudgetWaitSeconds { get; set; } = 2;

    /// <summary>Time for one attempt, seconds.</summary>
    [Range(0.1, 60.0)]
    public double AttemptTimeoutSeconds { get; set; } = 3;

    /// <summary>Time for all attempts of a call together, seconds. With the wait for budget below the gateway's 10, so that the cause
    /// reaches the caller.</summary>
    [Range(0.1, 60.0)]
    public double TotalTimeoutSeconds { get; set; } = 7;
}
