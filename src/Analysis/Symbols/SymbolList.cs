using System.Collections.Frozen;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Analysis.Symbols;

/// <summary>Listed contracts by symbol.</summary>
/// <param name="symbols">What the exchange lists.</param>
public sealed class SymbolList(IEnumerable<FuturesSymbol> symbols)
{
    private const int MaxSuggestions = 5;

    // Two slips in a short word still look alike; three turn any ticker into any other.
    private const int MaxSlips = 2;

    private readonly FrozenDictionary<string, FuturesSymbol> _bySymbol =
        symbols.GroupBy(symbol => symbol.Symbol).ToFrozenDictionary(group => group.Key, group => group.Last());

    /// <summary>Every listed contract.</summary>
    public IReadOnlyCollection<FuturesSymbol> All => _bySymbol.Values;

    /// <summary>A listed contract.</summary>
    /// <param name="name">Its symbol.</param>
    /// <returns>The contract, or null when it is not listed.</returns>
    public FuturesSymbol? Find(SymbolName name) => _bySymbol.GetValueOrDefault(name.Value);

    /// <summary>Trading contracts that somebody who asked for this may have meant, likeliest first.</summary>
    /// <param name="name">A symbol that is not listed.</param>
    /// <returns>At most five symbols.</returns>
    public IReadOnlyList<string> Closest(SymbolName name) =>
    [
        .. (from symbol in _bySymbol.Values
            where symbol.IsTrading
            let rank = Rank(name.Value, symbol)
            where rank is not null
            orderby rank, symbol.Symbol.Length, symbol.Symbol
            select symbol.Symbol).Take(MaxSuggestions),
    ];

    private static int? Rank(string asked, FuturesSymbol symbol)
    {
        if (symbol.BaseAsset == asked)
        {
            return 0;
        }

        if (symbol.Symbol.StartsWith(asked, StringComparison.Ordinal))
        {
            return 1;
        }

        if (symbol.Symbol.Contains(asked, StringComparison.Ordinal))
        {
            return 2;
        }

        return EditDistance.Between(asked, symbol.Symbol) is var slips and <= MaxSlips ? 2 + slips : null;
    }
}
