using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What one simulated contract is like. Money is in quote units, volatilities are daily standard deviations.</summary>
internal sealed record InstrumentProfile
{
    /// <summary>The listed contract.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Its margin brackets.</summary>
    public required BracketLadder Ladder { get; init; }

    /// <summary>Price the fair value is drawn to.</summary>
    public required double BasePrice { get; init; }

    /// <summary>How far it moves when the market moves by one.</summary>
    public required double Beta { get; init; }

    /// <summary>Volatility of its own.</summary>
    public required double OwnVolatility { get; init; }

    /// <summary>Usual turnover of a day.</summary>
    public required double DailyTurnover { get; init; }

    /// <summary>Usual value of the open interest.</summary>
    public required double OpenInterest { get; init; }

    /// <summary>First instant with a price, Unix ms; a multiple of a bar.</summary>
    public required long Start { get; init; }

    /// <summary>Instant at which trading stopped or will stop, Unix ms; a multiple of a bar.</summary>
    public required long End { get; init; }

    /// <summary>Whether traders already stand in the book at <see cref="Start"/>; not so for a new listing.</summary>
    public bool StartsWithBook { get; init; } = true;

    /// <summary>How many groups of traders stand on either side at <see cref="Start"/>.</summary>
    public int SeedCohortsPerSide { get; init; } = 800;

    /// <summary>Symbol of the contract whose index price it shares.</summary>
    public string? Leader { get; init; }

    /// <summary>Its spot pair.</summary>
    public SpotPair? Spot { get; init; }

    /// <summary>How many coins of the spot pair one contract unit stands for, such as 1000.</summary>
    public double SpotMultiplier { get; init; } = 1;

    /// <summary>Interest rate of the funding formula, a fraction per eight hours.</summary>
    public double Interest { get; init; } = 0.0001;

    /// <summary>Highest funding rate per interval, a fraction.</summary>
    public double FundingCap { get; init; } = 0.02;

    /// <summary>Whether fundingInfo lists it from the start; a contract that settles at unusual hours is always listed.</summary>
    public bool HasFundingInfo { get; init; } = true;

    /// <summary>When its premium is out of all proportion.</summary>
    public Squeeze? Squeeze { get; init; }

    /// <summary>Whether there are long/short ratios of it.</summary>
    public bool HasPositioning { get; init; } = true;

    /// <summary>Whether it is delivered at <see cref="End"/> and has no funding.</summary>
    public bool IsDelivery => Instrument.FundingIntervalHours is null;

    /// <summary>Smallest price step.</summary>
    public double Tick { get; private init; }

    /// <summary>Smallest quantity step, base units.</summary>
    public double Lot { get; private init; }

    /// <summary>Distance between best bid and ask, ticks.</summary>
    public int SpreadTicks { get; private init; }

    /// <summary>Volatility of all causes together.</summary>
    public double DailyVolatility { get; private init; }

    /// <summary>Usual open interest, steps.</summary>
    public double OpenInterestSteps => OpenInterest / BasePrice / Lot;

    /// <summary>Fills in what follows from the rest.</summary>
    public InstrumentProfile Complete()
    {
        var tick = (double)Instrument.TickSize;
        var volatility = Math.Sqrt(Math.Pow(Beta * MarketFactor.DailyVolatility, 2) + (OwnVolatility * OwnVolatility));
        return this with
        {
            DailyVolatility = volatility,
            Tick = tick,
            Lot = (double)Instrument.StepSize,
            SpreadTicks = Math.Max(1, (int)Math.Round(BasePrice * volatility * 0.002 / tick)),
        };
    }

    /// <summary>A price given in ticks.</summary>
    public decimal Price(long ticks) => ticks * Instrument.TickSize;

    /// <summary>A quantity given in steps.</summary>
    public decimal Quantity(long steps) => steps * Instrument.StepSize;
}
