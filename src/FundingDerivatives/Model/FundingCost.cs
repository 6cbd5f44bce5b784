namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Makes funding rates of different intervals comparable.</summary>
internal static class FundingCost
{
    private const int HoursADay = 24;
    private const int DaysAYear = 365;

    /// <summary>A rate over 8 hours, in the rate's unit.</summary>
    public static decimal Over8Hours(decimal rate, int intervalHours) => rate * 8 / intervalHours;

    /// <summary>A rate over a year without compounding, in the rate's unit.</summary>
    public static decimal OverYear(decimal rate, int intervalHours) => rate * HoursADay * DaysAYear / intervalHours;
}
