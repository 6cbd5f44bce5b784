namespace OmnipotentFutures.PaperExchange.Market;

/// <summary>Makes coarser bars from finer ones.</summary>
public static class BarAggregation
{
    /// <summary>Joins bars that fall into the same interval, aligned to the Unix epoch as Binance's are.</summary>
    /// <param name="bars">Finer bars, oldest first.</param>
    /// <param name="interval">Length of a coarse bar, ms; a multiple of the finer length.</param>
    /// <returns>Coarse bars, oldest first; intervals without any finer bar are left out.</returns>
    public static IReadOnlyList<Bar> ToInterval(IEnumerable<Bar> bars, long interval)
    {
        var result = new List<Bar>();
        foreach (var bar in bars)
        {
            var openTime = bar.OpenTime - (bar.OpenTime % interval);
            if (result.Count > 0 && result[^1].OpenTime == openTime)
            {
                result[^1] = Join(result[^1], bar);
            }
            else
            {
                result.Add(bar with { OpenTime = openTime });
            }
        }

        return result;
    }

    private static Bar Join(Bar first, Bar next) => first with
    {
        High = Math.Max(first.High, next.High),
        Low = Math.Min(first.Low, next.Low),
        Close = next.Close,
        Volume = first.Volume + next.Volume,
        QuoteVolume = first.QuoteVolume + next.QuoteVolume,
        Trades = first.Trades + next.Trades,
        TakerBuyVolume = first.TakerBuyVolume + next.TakerBuyVolume,
        TakerBuyQuoteVolume = first.TakerBuyQuoteVolume + next.TakerBuyQuoteVolume,
    };
}
