namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Traders who entered together with equal positions. They leave together: by their own will, or liquidated.</summary>
internal sealed class Cohort
{
    /// <summary>Direction.</summary>
    public required PositionSide Side { get; init; }

    /// <summary>When they stood complete, Unix ms.</summary>
    public required long EntryTime { get; init; }

    /// <summary>Entry price, ticks.</summary>
    public required int EntryTicks { get; init; }

    /// <summary>Leverage of the isolated margin.</summary>
    public required int Leverage { get; init; }

    /// <summary>Mark price that liquidates them, quote units.</summary>
    public required double LiquidationPrice { get; init; }

    /// <summary>How many they are.</summary>
    public required int Accounts { get; init; }

    /// <summary>What each holds, steps.</summary>
    public required long ContractsEach { get; init; }

    /// <summary>Margin of each, quote units.</summary>
    public required double MarginEach { get; init; }

    /// <summary>Bar at whose start they close if they are still there.</summary>
    public required int ClosingBar { get; init; }

    /// <summary>Whether they are still there.</summary>
    public bool Stands { get; set; } = true;

    /// <summary>What all hold, steps.</summary>
    public long Contracts => Accounts * ContractsEach;

    /// <summary>Whether a mark price liquidates them.</summary>
    public bool IsLiquidatedAt(double mark) => Side == PositionSide.Long ? mark <= LiquidationPrice : mark >= LiquidationPrice;
}
