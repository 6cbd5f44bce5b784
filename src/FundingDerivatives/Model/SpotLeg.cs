namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>The spot pair that a contract is compared with.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="Multiplier">Spot units in one unit of the contract.</param>
/// <param name="Price">Middle of the pair's book times the multiplier: quote units per contract unit.</param>
internal sealed record SpotLeg(string Symbol, decimal Multiplier, decimal Price)
{
    // The index is a mean over several exchanges' spot prices: a pair further away is another coin of the same name.
    private const decimal Tolerance = 0.05m;

    private static readonly (string Prefix, decimal Multiplier)[] Prefixes = [("1000000", 1_000_000), ("1000", 1_000), ("1M", 1_000_000)];

    /// <summary>Pairs that may be a contract's spot side, likeliest first: the same name, then the name without its multiplier. The same
    /// name goes first because 1000SATS and 1MBABYDOGE are spot names too.</summary>
    /// <param name="baseAsset">The contract's base asset, such as 1000PEPE.</param>
    /// <param name="quoteAsset">Its quote asset, such as USDT.</param>
    public static IEnumerable<(string Symbol, decimal Multiplier)> Candidates(string baseAsset, string quoteAsset)
    {
        yield return (baseAsset + quoteAsset, 1);
        foreach (var (prefix, multiplier) in Prefixes)
        {
            if (baseAsset.Length > prefix.Length && baseAsset.StartsWith(prefix, StringComparison.Ordinal) && char.IsLetter(baseAsset[prefix.Length]))
            {
                yield return (baseAsset[prefix.Length..] + quoteAsset, multiplier);
            }
        }
    }

    /// <summary>Whether a base asset may stand for a multiple of a coin.</summary>
    /// <param name="baseAsset">The contract's base asset, such as 1000PEPE.</param>
    public static bool IsMultiple(string baseAsset) => Candidates(baseAsset, string.Empty).Skip(1).Any();

    /// <summary>Finds the spot side and proves it by the index price.</summary>
    /// <param name="baseAsset">The contract's base asset.</param>
    /// <param name="quoteAsset">Its quote asset.</param>
    /// <param name="indexPrice">Its index price, quote units; null when it has none, and then nothing can be proved.</param>
    /// <param name="spotPrice">Middle of a spot pair's book, quote units; null where there is none.</param>
    public static SpotSearch Find(string baseAsset, string quoteAsset, decimal? indexPrice, Func<string, decimal?> spotPrice)
    {
        var isListed = false;
        foreach (var (symbol, multiplier) in Candidates(baseAsset, quoteAsset))
        {
            if (spotPrice(symbol) is not { } price)
            {
                continue;
            }

            isListed = true;
            var leg = new SpotLeg(symbol, multiplier, price * multiplier);
            if (indexPrice is > 0 and var index && Math.Abs((index / leg.Price) - 1) < Tolerance)
            {
                return new(leg, IsListed: true);
            }
        }

        return new(null, isListed);
    }
}

/// <summary>What the search for a spot side found.</summary>
/// <param name="Leg">The proved spot side; null when there is none.</param>
/// <param name="IsListed">Whether a pair of a fitting name is listed, proved or not.</param>
internal readonly record struct SpotSearch(SpotLeg? Leg, bool IsListed);
