using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>A table as it lies on disk.</summary>
/// <param name="Host">Host and port it came from.</param>
/// <param name="Origin">Who answered there.</param>
/// <param name="FetchedAt">When it was asked for, Unix ms.</param>
/// <param name="Symbols">The contracts.</param>
internal sealed record KeptTable(string Host, string Origin, long FetchedAt, IReadOnlyList<KeptSymbol?> Symbols)
{
    public static KeptTable Of(string host, BracketTable table) => new(
        host, table.Origin, table.FetchedAt, [.. table.Ladders.Select(entry => new KeptSymbol(entry.Key, entry.Value.AsOf, entry.Value.Ladder.Brackets))]);

    /// <summary>Takes over the contracts whose rows are still a ladder: files rot, and people edit them.</summary>
    public BracketTable ToTable()
    {
        var ladders = new Dictionary<string, DatedLadder>();
        foreach (var symbol in Symbols)
        {
            if (symbol is not null && !symbol.Brackets.Contains(null) && BracketLadder.FaultOf(symbol.Brackets!) is null)
            {
                ladders[symbol.Symbol] = new DatedLadder(BracketLadder.FromBrackets(symbol.Brackets!), symbol.AsOf);
            }
        }

        return new BracketTable(Origin, FetchedAt, ladders);
    }
}

/// <summary>A contract of a kept table.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="AsOf">When the exchange last gave its brackets, Unix ms.</param>
/// <param name="Brackets">The brackets.</param>
internal sealed record KeptSymbol(string Symbol, long AsOf, IReadOnlyList<Bracket?> Brackets);
