using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>The books of the contracts that are asked for, kept from one reading to the next so that a new bar costs a bar.</summary>
/// <param name="parameters">The model's assumptions.</param>
/// <param name="capacity">Most books; about a megabyte each. Beyond, the one unused for longest is given up.</param>
internal sealed class BookKeeper(BookParameters parameters, int capacity = BookKeeper.DefaultCapacity)
{
    public const int DefaultCapacity = 150;

    private readonly Dictionary<string, LinkedListNode<(string Symbol, KeptBook Book)>> _bySymbol = [];
    private readonly LinkedList<(string Symbol, KeptBook Book)> _latestFirst = [];
    private readonly Lock _gate = new();

    /// <summary>The model's assumptions.</summary>
    public BookParameters Parameters => parameters;

    /// <summary>The book of a contract, empty until it is read the first time.</summary>
    public KeptBook Of(string symbol)
    {
        lock (_gate)
        {
            if (_bySymbol.TryGetValue(symbol, out var node))
            {
                _latestFirst.Remove(node);
                _latestFirst.AddFirst(node);
                return node.Value.Book;
            }

            if (_bySymbol.Count == capacity)
            {
                _bySymbol.Remove(_latestFirst.Last!.Value.Symbol);
                _latestFirst.RemoveLast();
            }

            node = _latestFirst.AddFirst((symbol, new KeptBook(parameters)));
            _bySymbol.Add(symbol, node);
            return node.Value.Book;
        }
    }
}
