using System.Globalization;
using OmnipotentFutures.PaperExchange.Api.RateLimits;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange;

/// <summary>What the paper exchange serves and how its clock runs.</summary>
public sealed record PaperExchangeOptions
{
    /// <summary>Highest <see cref="Speed"/>: a day in under a second.</summary>
    public const double MaxSpeed = 100_000;

    /// <summary>Folder of a recorded market in the layout of Binance's public archive; null simulates a market.</summary>
    public string? MarketFolder { get; init; }

    /// <summary>Exchange time at the start; null is the recording's end, or the present for a simulated market.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Exchange seconds per second, above 0 and at most <see cref="MaxSpeed"/>.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Seed of the simulated market; null is the simulation's own default. Means nothing to a recorded market and is refused there.</summary>
    public int? Seed { get; init; }

    /// <summary>How many contracts the simulated market lists, <see cref="SimulationOptions.FewestContracts"/> to
    /// <see cref="SimulationOptions.MostContracts"/>; null lists the catalogue. Refused for a recorded market.</summary>
    public int? Contracts { get; init; }

    /// <summary>Limits and bans.</summary>
    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>What real time is read from: the exchange clock runs on it, and rate windows are cut from it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Checks what can be checked without opening the market.</summary>
    /// <exception cref="InvalidSetupException">An option is out of range, contradicts another, or names a folder that is not there.</exception>
    public void Validate()
    {
        if (!(Speed > 0 && Speed <= MaxSpeed))
        {
            throw new InvalidSetupException(string.Create(
                CultureInfo.InvariantCulture, $"The speed {Speed} is not possible: it must be above 0 and at most {MaxSpeed}."));
        }

        if (Contracts is { } contracts and (< SimulationOptions.FewestContracts or > SimulationOptions.MostContracts))
        {
            throw new InvalidSetupException(string.Create(
                CultureInfo.InvariantCulture,
                $"{contracts} contracts are not possible: it must be from {SimulationOptions.FewestContracts} to {SimulationOptions.MostContracts}."));
        }

        if (MarketFolder is null)
        {
            return;
        }

        if (!Directory.Exists(MarketFolder))
        {
            throw new InvalidSetupException($"The market folder '{MarketFolder}' does not exist.");
        }

        if (Seed is not null || Contracts is not null)
        {
            throw new InvalidSetupException("A seed or a number of contracts is for the simulated market: leave it out, or leave out the market folder.");
        }
    }
}
