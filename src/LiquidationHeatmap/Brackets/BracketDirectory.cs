using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>The best brackets there are for a contract: the operator's, the exchange's, or built-in ones.</summary>
internal sealed class BracketDirectory(BracketFile file, ExchangeBrackets exchange, TimeProvider clock)
{
    // Asked for daily: two days of failing in a row are nobody's mistake.
    private static readonly TimeSpan OldAfter = TimeSpan.FromDays(3);

    /// <summary>Finds a contract's brackets. Just after a start it may wait a moment for the exchange's.</summary>
    public async Task<ContractBrackets> GetAsync(string symbol, CancellationToken cancellationToken)
    {
        if (file.Find(symbol) is { } given)
        {
            return new ContractBrackets(given, BracketSource.OperatorFile);
        }

        await exchange.WaitAsync(cancellationToken);
        if (exchange.Find(symbol) is { } own)
        {
            var age = clock.GetUtcNow().ToUnixTimeMilliseconds() - own.AsOf;
            return new ContractBrackets(own.Ladder, BracketSource.Exchange, own.AsOf, IsOld: age > OldAfter.TotalMilliseconds);
        }

        var (ladder, isAssumed) = BuiltInBrackets.For(symbol);
        return isAssumed
            ? new ContractBrackets(ladder, BracketSource.Assumed)
            : new ContractBrackets(ladder, BracketSource.BuiltIn, BuiltInBrackets.AsOf);
    }
}
