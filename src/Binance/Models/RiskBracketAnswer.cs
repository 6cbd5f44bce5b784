using System.Diagnostics.CodeAnalysis;

namespace OmnipotentFutures.Binance.Models;

/// <summary>The website's answer with the brackets of every contract, or with an error: the HTTP status is 200 either way.</summary>
internal sealed record RiskBracketAnswer
{
    /// <summary>What a good answer says.</summary>
    public const string Success = "000000";

    public string? Code { get; init; }

    public string? Message { get; init; }

    public RiskBracketTable? Data { get; init; }
}

internal sealed record RiskBracketTable
{
    public IReadOnlyList<SymbolRiskBrackets?>? Brackets { get; init; }
}

internal sealed record SymbolRiskBrackets
{
    public required string Symbol { get; init; }

    [AllowNull]
    public IReadOnlyList<RiskBracket?> RiskBrackets { get => field ?? []; init; }

    /// <summary>The same in the words of the documented call.</summary>
    public SymbolBrackets ToSymbolBrackets() => new()
    {
        Symbol = Symbol,
        Brackets =
        [
            .. RiskBrackets.Select(row => row is null ? null : new LeverageBracket
            {
                Bracket = row.BracketSeq,
                InitialLeverage = row.MaxOpenPosLeverage,
                NotionalCap = row.BracketNotionalCap,
                NotionalFloor = row.BracketNotionalFloor,
                MaintMarginRatio = row.BracketMaintenanceMarginRate,
                Cum = row.CumFastMaintenanceAmount,
            }),
        ],
    };
}

internal sealed record RiskBracket
{
    public decimal? BracketSeq { get; init; }

    public decimal? BracketNotionalFloor { get; init; }

    public decimal? BracketNotionalCap { get; init; }

    public decimal? BracketMaintenanceMarginRate { get; init; }

    public decimal? CumFastMaintenanceAmount { get; init; }

    // Its counterpart, the lowest leverage that needs the bracket, is of no use here.
    public decimal? MaxOpenPosLeverage { get; init; }
}
