using System.Diagnostics.CodeAnalysis;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Makes ladders of an exchange's rows.</summary>
internal static class BracketReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="symbols">What the exchange, or the operator, says of each contract.</param>
    /// <returns>Every contract either with a ladder or among the faults.</returns>
    public static BracketReading Read(IEnumerable<SymbolBrackets?> symbols)
    {
        var ladders = new Dictionary<string, BracketLadder>();
        var faults = new List<string>();
        foreach (var symbol in symbols)
        {
            if (string.IsNullOrEmpty(symbol?.Symbol))
            {
                faults.Add("a contract has no name");
            }
            else if (!TryRead(symbol.Brackets, out var ladder, out var fault))
            {
                faults.Add($"{symbol.Symbol}, {fault}");
            }
            else if (!ladders.TryAdd(symbol.Symbol, ladder))
            {
                faults.Add($"{symbol.Symbol} is listed twice");
            }
        }

        return new BracketReading(ladders, faults);
    }

    private static bool TryRead(
        IReadOnlyList<LeverageBracket?> rows, [NotNullWhen(true)] out BracketLadder? ladder, [NotNullWhen(false)] out BracketFault? fault)
    {
        ladder = null;
        var brackets = new List<Bracket>(rows.Count);
        foreach (var row in rows)
        {
            if (Gap(row) is { } gap)
            {
                fault = new BracketFault(brackets.Count + 1, gap);
                return false;
            }

            brackets.Add(new Bracket(
                (double)row!.NotionalFloor!, (double)row.NotionalCap!, (double)row.MaintMarginRatio!, (double)row.Cum!, (int)row.InitialLeverage!));
        }

        fault = BracketLadder.FaultOf(brackets);
        ladder = fault is null ? BracketLadder.FromBrackets(brackets) : null;
        return ladder is not null;
    }

    private static string? Gap(LeverageBracket? row) => row switch
    {
        null => "it is null",
        { NotionalFloor: null } => "the notional floor is missing",
        { NotionalCap: null } => "the notional cap is missing",
        { MaintMarginRatio: null } => "the maintenance margin ratio is missing",
        { Cum: null } => "the maintenance amount is missing",
        { InitialLeverage: null } => "the highest leverage is missing",
        { InitialLeverage: { } leverage } when leverage != decimal.Truncate(leverage) || leverage is < 0 or > int.MaxValue =>
            FormattableString.Invariant($"highest leverage {leverage} must be a whole number"),
        _ => null,
    };
}

/// <summary>What a table says.</summary>
/// <param name="Ladders">Ladders by contract.</param>
/// <param name="Faults">Why other contracts have none: the contract, the row and the reason, without a full stop.</param>
internal sealed record BracketReading(IReadOnlyDictionary<string, BracketLadder> Ladders, IReadOnlyList<string> Faults);
