namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>What a call costs in units of its scope: weight, or one request.</summary>
public abstract record CallCost
{
    /// <summary>Costs the same however it is called.</summary>
    /// <param name="units">Cost of a call.</param>
    /// <returns>The rule.</returns>
    public static CallCost Flat(int units) => new FlatCost(units);

    /// <summary>Costs more without a symbol, when the answer covers the whole market.</summary>
    /// <param name="oneSymbol">Cost with a symbol.</param>
    /// <param name="allSymbols">Cost without.</param>
    /// <returns>The rule.</returns>
    public static CallCost BySymbol(int oneSymbol, int allSymbols) => new SymbolCost(oneSymbol, allSymbols);

    /// <summary>Costs by rows asked for, as the futures kline endpoints do: below 100 rows 1, below 500 rows 2, up to 1000 rows 5, above 10.</summary>
    /// <param name="defaultLimit">Rows when <c>limit</c> is not given.</param>
    /// <returns>The rule.</returns>
    public static CallCost ByRows(int defaultLimit) => new RowCost(defaultLimit);

    /// <summary>Cost of one call.</summary>
    /// <param name="hasSymbol">Whether the call names a symbol.</param>
    /// <param name="limit">The <c>limit</c> it names, if any.</param>
    /// <returns>Units of the endpoint's scope.</returns>
    public abstract int Of(bool hasSymbol, int? limit);

    private sealed record FlatCost(int Units) : CallCost
    {
        public override int Of(bool hasSymbol, int? limit) => Units;
    }

    private sealed record SymbolCost(int OneSymbol, int AllSymbols) : CallCost
    {
        public override int Of(bool hasSymbol, int? limit) => hasSymbol ? OneSymbol : AllSymbols;
    }

    private sealed record RowCost(int DefaultLimit) : CallCost
    {
        public override int Of(bool hasSymbol, int? limit) => (limit ?? DefaultLimit) switch
        {
            < 100 => 1,
            < 500 => 2,
            <= 1000 => 5,
            _ => 10,
        };
    }
}
