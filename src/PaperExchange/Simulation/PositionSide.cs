using System.Diagnostics.CodeAnalysis;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Direction of a position.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Long and short are the market's own words.")]
public enum PositionSide
{
    /// <summary>Gains when the price rises.</summary>
    Long,

    /// <summary>Gains when the price falls.</summary>
    Short,
}
