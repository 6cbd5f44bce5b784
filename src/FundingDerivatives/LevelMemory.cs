using System.Collections.Concurrent;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>What was last seen of every contract's running estimate. It only steadies levels within a funding interval: settlements hold them beyond that
/// and after a restart. One entry a listed contract at most.</summary>
internal sealed class LevelMemory
{
    private readonly ConcurrentDictionary<string, RememberedLevel> _bySymbol = new();

    /// <summary>What the last look at a contract gave; null at the first.</summary>
    public RememberedLevel? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol);

    /// <summary>Keeps what a look gave.</summary>
    public void Keep(string symbol, FundingState state)
    {
        if (state.Replay.Remembered is { } remembered)
        {
            _bySymbol[symbol] = remembered;
        }
    }
}
