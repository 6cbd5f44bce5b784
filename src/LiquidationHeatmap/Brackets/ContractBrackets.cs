using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>The brackets that an analysis reckons with.</summary>
/// <param name="Ladder">The ladder.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="AsOf">When it was the exchange's, Unix ms; null when that is not known.</param>
/// <param name="IsOld">Whether the exchange's table should have been confirmed since.</param>
internal sealed record ContractBrackets(BracketLadder Ladder, BracketSource Source, long? AsOf = null, bool IsOld = false);

/// <summary>Where brackets are from; responses have the names in snake case.</summary>
internal enum BracketSource
{
    /// <summary>The operator's file.</summary>
    OperatorFile,

    /// <summary>The exchange's own table.</summary>
    Exchange,

    /// <summary>Built in for the contract.</summary>
    BuiltIn,

    /// <summary>Built in, and not for this contract: the commonest there are.</summary>
    Assumed,
}
