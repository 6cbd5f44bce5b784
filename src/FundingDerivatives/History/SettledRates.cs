using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>Makes settlements of changing intervals comparable: each by the gap to the one before it.</summary>
internal static class SettledRates
{
    private const double HourMs = 3_600_000;

    /// <summary>Rates over 8 hours, one for each settlement.</summary>
    /// <param name="settlements">Regular settlements, oldest first.</param>
    /// <returns>Fractions; null for the first, for one without a rate and after a gap that is no interval, as after a pause in trading.</returns>
    public static decimal?[] Over8Hours(IReadOnlyList<FundingRate> settlements)
    {
        var rates = new decimal?[settlements.Count];
        for (var i = 1; i < rates.Length; i++)
        {
            var hours = (int)Math.Min(int.MaxValue, Math.Round((settlements[i].FundingTime - settlements[i - 1].FundingTime) / HourMs));
            rates[i] = hours is 1 or 2 or 4 or 8 && settlements[i].Rate is { } rate ? FundingCost.Over8Hours(rate, hours) : null;
        }

        return rates;
    }
}
