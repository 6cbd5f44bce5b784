using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Open interest of one side: every open contract is one long and one short.</summary>
public sealed record OpenInterestReport
{
    /// <summary>Open contracts, base units.</summary>
    public required decimal Value { get; init; }

    /// <summary>When the exchange read it, Unix ms.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Their value at the mark price, USDT. Of a contract quoted in another asset converted by that asset's spot price; null when a
    /// price is missing.</summary>
    public required decimal? ValueUsdt { get; init; }

    /// <summary>Changes between the exchange's own readings, shortest window first; windows that its history does not cover are left out.</summary>
    public required IReadOnlyList<OpenInterestChangeReport> Changes { get; init; }

    /// <summary>Where the latest reading stands among thirty days of two-hourly ones, in base units; null without a history.</summary>
    public required StandingReport? Standing { get; init; }

    /// <summary>Lowest and highest of thirty days; null without a history.</summary>
    [JsonPropertyName("range_30d")]
    public required OpenInterestRangeReport? Range30Days { get; init; }

    /// <summary>Open interest over what was traded in 24 hours, both base units: 0.5 is half a day's volume. Null when the volume is not known.</summary>
    [JsonPropertyName("to_volume_24h")]
    public required decimal? ToVolume24Hours { get; init; }

    /// <summary>Open interest over the circulating supply of the base asset, percent; both at one price, so it is the share of the market
    /// capitalisation. Null when the supply is not known, and for contracts on a multiple of a coin: it is not known in which unit their supply is given.</summary>
    public required decimal? ToMarketCap { get; init; }

    /// <summary>What price and open interest did together over 24 hours; null without that change.</summary>
    public required QuadrantReport? Quadrant { get; init; }
}

/// <summary>A change of the open interest between two readings of the exchange.</summary>
public sealed record OpenInterestChangeReport
{
    /// <summary>Length of the window: <c>5m</c>, <c>15m</c>, <c>1h</c>, <c>4h</c>, <c>24h</c> or <c>7d</c>.</summary>
    public required string Window { get; init; }

    /// <summary>Time of the earlier reading, Unix ms.</summary>
    public required long From { get; init; }

    /// <summary>Time of the later reading, Unix ms.</summary>
    public required long To { get; init; }

    /// <summary>Contracts more than before, base units: what traders did.</summary>
    public required decimal Contracts { get; init; }

    /// <summary>The same, percent of before.</summary>
    public required decimal ContractsPercent { get; init; }

    /// <summary>Value more than before, USDT: what traders did and what the price did. Null for a contract quoted in another
    /// asset.</summary>
    public required decimal? Usdt { get; init; }

    /// <summary>The same, percent of before; null with it.</summary>
    public required decimal? UsdtPercent { get; init; }

    /// <summary>Change of the mark price between the readings, percent.</summary>
    public required decimal PricePercent { get; init; }

    /// <summary>Where the change of contracts stands among earlier changes over as long a window: of a day below four hours, of thirty days above.</summary>
    public required StandingReport? Standing { get; init; }
}

/// <summary>Lowest and highest open interest of thirty days.</summary>
/// <param name="Low">Lowest, base units.</param>
/// <param name="High">Highest, base units.</param>
/// <param name="Position">Where the present one lies between them, percent, 0 to 100; null when both are the same.</param>
public sealed record OpenInterestRangeReport(decimal Low, decimal High, decimal? Position);

/// <summary>What price and open interest did together. A description: on seven contracts over half a year no quadrant told what the price did next.</summary>
/// <param name="Window">Length of the window.</param>
/// <param name="Status">Which quadrant.</param>
/// <param name="Signal">The status in a sentence.</param>
/// <param name="PricePercent">Change of the mark price, percent.</param>
/// <param name="ContractsPercent">Change of the open interest in base units, percent.</param>
public sealed record QuadrantReport(string Window, QuadrantStatus Status, string Signal, decimal PricePercent, decimal ContractsPercent);
