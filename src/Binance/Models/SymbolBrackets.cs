using System.Diagnostics.CodeAnalysis;

namespace OmnipotentFutures.Binance.Models;

/// <summary>A contract's margin brackets, in the shape of the signed <c>/fapi/v1/leverageBracket</c>. What is missing is null, and what is there
/// has not been checked.</summary>
public sealed record SymbolBrackets
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its brackets in the exchange's order, from small notional to large.</summary>
    [AllowNull]
    public IReadOnlyList<LeverageBracket?> Brackets { get => field ?? []; init; }
}

/// <summary>One bracket: maintenance margin = notional × ratio − amount.</summary>
public sealed record LeverageBracket
{
    /// <summary>Number of the bracket, from 1.</summary>
    public decimal? Bracket { get; init; }

    /// <summary>Highest leverage of a position in it.</summary>
    public decimal? InitialLeverage { get; init; }

    /// <summary>Highest notional, quote units.</summary>
    public decimal? NotionalCap { get; init; }

    /// <summary>Notional at which it begins, quote units.</summary>
    public decimal? NotionalFloor { get; init; }

    /// <summary>Maintenance margin ratio, a fraction.</summary>
    public decimal? MaintMarginRatio { get; init; }

    /// <summary>Maintenance amount, quote units.</summary>
    public decimal? Cum { get; init; }
}
