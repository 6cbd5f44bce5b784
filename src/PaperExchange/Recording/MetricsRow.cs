using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>A five-minute reading of the archive's metrics: open interest, and long/short ratios where they were recorded.</summary>
internal readonly record struct MetricsRow(
    long Time, decimal? Contracts, decimal? Value, decimal? GlobalAccountRatio, decimal? TopAccountRatio, decimal? TopPositionRatio)
{
    public static MetricsRow Read(CsvTable table) => new(
        table.Instant("create_time"),
        table.QuantityWhereKnown("sum_open_interest"),
        table.QuantityWhereKnown("sum_open_interest_value"),
        table.OptionalQuantity("count_long_short_ratio"),
        table.OptionalQuantity("count_toptrader_long_short_ratio"),
        table.OptionalQuantity("sum_toptrader_long_short_ratio"));

    public OpenInterestReading? OpenInterest => Contracts is { } contracts && Value is { } value ? new(Time, contracts, value) : null;

    public PositioningReading? Positioning(PositioningKind kind)
    {
        var ratio = kind switch
        {
            PositioningKind.GlobalAccounts => GlobalAccountRatio,
            PositioningKind.TopAccounts => TopAccountRatio,
            _ => TopPositionRatio,
        };
        return ratio is { } known ? new PositioningReading(Time, known / (1 + known)) : null;
    }
}
