using OmnipotentFutures.Binance;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>How much sooner a refresh comes than a caller would have to wait for it.</summary>
internal static class RefreshAhead
{
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);

    /// <summary>The lead of the calling code: none for a caller.</summary>
    public static TimeSpan Now => Refreshing.IsActive ? Lead : TimeSpan.Zero;
}
