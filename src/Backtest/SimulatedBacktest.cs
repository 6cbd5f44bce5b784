using OmnipotentFutures.Backtest.Baselines;
using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Report;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.PaperExchange.Simulation;
using PositionSide = OmnipotentFutures.LiquidationHeatmap.Model.PositionSide;
using SimulatedSide = OmnipotentFutures.PaperExchange.Simulation.PositionSide;

namespace OmnipotentFutures.Backtest;

/// <summary>Replays a simulated market, whose true book is known, and compares.</summary>
internal static class SimulatedBacktest
{
    /// <summary>Fewest days of history: half of them lie before the first comparison.</summary>
    public const int FewestDays = 2;

    /// <summary>Most days that can be simulated.</summary>
    public const int MostDays = 365;

    private const int MostMoments = 10;

    // Within 20 % of the price.
    private const int Bands = 80;

    private static readonly DateTimeOffset End = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    /// <param name="symbol">A contract of the simulated market.</param>
    /// <param name="seed">Seed of the market.</param>
    /// <param name="days">Days of history.</param>
    /// <param name="parameters">The book's assumptions.</param>
    /// <exception cref="InvalidSetupException">There is no such contract, or it was not traded for so long.</exception>
    public static SimulatedReport Run(string symbol, int seed, int days, BookParameters parameters)
    {
        var compared = Math.Min(MostMoments, days / 2);
        DateTimeOffset[] moments = [.. Enumerable.Range(-compared, compared).Select(day => End.AddDays(day))];
        var market = new SimulatedMarket(new SimulationOptions { Seed = seed, Now = End.ToUnixTimeMilliseconds(), HistoryDays = days });
        var instrument = market.Find(symbol) ?? throw new InvalidSetupException(
            $"The symbol '{symbol}' is not in the simulated market. Symbols there: {string.Join(", ", market.Instruments.Select(listed => listed.Symbol))}.");

        // The true book is quick in the order of time, and only as long as nobody has looked ahead.
        TrueBook[] truths = Array.ConvertAll(moments, moment => market.TrueBook(symbol, moment.ToUnixTimeMilliseconds()));
        if (Array.Exists(truths, truth => truth.Positions is []))
        {
            throw new InvalidSetupException(
                $"Nobody holds '{symbol}' in the simulated market all the time from {moments[0]:u} on: it was listed later, or has stopped trading.");
        }

        var history = History.Of(instrument, End.AddDays(-days).ToUnixTimeMilliseconds(), End.ToUnixTimeMilliseconds());
        var places = Array.ConvertAll(moments, moment => Place(history.Hours, moment.ToUnixTimeMilliseconds()));
        double[][] actual = [.. truths.Zip(places, (truth, hour) => ByBand(truth.Positions.Select(ToLevel), history.Hours[hour].Open))];
        var (ladder, isAssumed) = BuiltInBrackets.For(symbol);
        return new SimulatedReport
        {
            Symbol = symbol,
            Seed = seed,
            Days = days,
            ParametersVersion = BookParameters.Version,
            BracketsAssumed = isAssumed,
            Moments = moments,
            TrueNotional = actual.Average(bands => bands.Sum()),
            Rows =
            [
                Compare(new BookModel(parameters, ladder), hasScale: true),
                Compare(new LevelsAtPrice(), hasScale: true),
                Compare(new VolumeProfile(history.Coverage.HasVolumes, VolumeProfile.UsualMemory), hasScale: false),
            ],
        };

        OverlapRow Compare(ILiquidationModel model, bool hasScale)
        {
            var overlaps = new BookOverlap[places.Length];
            model.Replay(history.Hours, (hour, levels) =>
            {
                if (Array.IndexOf(places, hour) is >= 0 and var moment)
                {
                    overlaps[moment] = BookOverlap.Of(actual[moment], ByBand(levels, history.Hours[hour].Open));
                }
            });
            return OverlapRow.Of(model.Name, hasScale, overlaps);
        }
    }

    private static int Place(IReadOnlyList<HistoryHour> hours, long moment) => hours.Index().First(hour => hour.Item.Start == moment).Index;

    private static double[] ByBand(IEnumerable<StandingLevel> levels, double price)
    {
        StandingLevel[] all = [.. levels];
        return [.. Enum.GetValues<PositionSide>().SelectMany(side => new PriceBands(price, side, Bands).Sum(all))];
    }

    private static StandingLevel ToLevel(StandingPosition position) => new(
        position.Side == SimulatedSide.Long ? PositionSide.Long : PositionSide.Short,
        (double)position.LiquidationPrice,
        (double)(position.Contracts * position.LiquidationPrice));
}
