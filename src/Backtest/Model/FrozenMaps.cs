using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>A model's map as it stood at the start of each hour, in bands up to 10 % from the price, and what the model said of each hour.</summary>
/// <param name="Name">The model.</param>
/// <param name="Longs">Notional by hour and band below the price.</param>
/// <param name="Shorts">Notional by hour and band above it.</param>
/// <param name="Volumes">What is liquidated in each hour by the model's account.</param>
public sealed record FrozenMaps(string Name, double[][] Longs, double[][] Shorts, IReadOnlyList<HourlyVolume> Volumes)
{
    /// <summary>Bands on each side: up to 10 %.</summary>
    public const int Bands = 40;

    /// <summary>Replays a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hours">Hours, oldest first.</param>
    /// <returns>Its maps.</returns>
    public static FrozenMaps Of(ILiquidationModel model, IReadOnlyList<HistoryHour> hours)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(hours);

        var (longs, shorts) = (new double[hours.Count][], new double[hours.Count][]);
        var volumes = model.Replay(hours, (hour, levels) =>
        {
            StandingLevel[] standing = [.. levels];
            longs[hour] = new PriceBands(hours[hour].Open, PositionSide.Long, Bands).Sum(standing);
            shorts[hour] = new PriceBands(hours[hour].Open, PositionSide.Short, Bands).Sum(standing);
        });
        return new FrozenMaps(model.Name, longs, shorts, volumes);
    }

    /// <summary>The map that knows nothing but that the price gets to what is near sooner than to what is far.</summary>
    /// <param name="hours">Hours, oldest first.</param>
    /// <returns>Maps that are heavier the nearer the price; they say nothing of the hours.</returns>
    public static FrozenMaps Nearest(IReadOnlyList<HistoryHour> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);

        double[] nearer = [.. Enumerable.Range(0, Bands).Select(band => (double)(Bands - band))];
        double[][] maps = [.. Enumerable.Repeat(nearer, hours.Count)];
        return new FrozenMaps("nearest bands", maps, maps, []);
    }

    /// <summary>What the maps lead to expect: what stands in a band times the chance that the price gets there.</summary>
    /// <param name="reach">Chances by hour and band.</param>
    /// <returns>The maps, each band times its chance.</returns>
    public FrozenMaps Times(double[][] reach) => this with { Name = Name + " x reach", Longs = Times(Longs, reach), Shorts = Times(Shorts, reach) };

    /// <summary>The maps of one side.</summary>
    /// <param name="side">The side of the positions.</param>
    /// <returns>Notional by hour and band.</returns>
    public double[][] Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;

    private static double[][] Times(double[][] maps, double[][] reach) =>
        [.. maps.Zip(reach, (map, chances) => (double[])[.. map.Zip(chances, (notional, chance) => notional * chance)])];
}
