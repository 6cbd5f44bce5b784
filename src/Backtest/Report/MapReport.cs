using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>The second score, which knows nothing of the path: where liquidations fell in the hours after a map was frozen.</summary>
/// <param name="HorizonHours">Hours that a frozen map is held against.</param>
/// <param name="Side">Side of the positions: longs below the price, shorts above.</param>
/// <param name="Freezes">Maps that were scored: one an hour.</param>
/// <param name="Quiet">Maps that were not, because nothing was liquidated in any band: the price did not leave its own.</param>
/// <param name="Bands">Bands of 0.25 % that are scored: all within 10 % but the one that touches the price.</param>
/// <param name="TopBands">Bands in the top tenth.</param>
/// <param name="TouchedBands">Bands that the price entered, in the mean.</param>
/// <param name="Attributed">Share of what was liquidated that fell into scored bands; the rest fell at the price, or in hours that reached no
/// new price.</param>
/// <param name="Rows">The model first, then the baselines, then a random tenth.</param>
public sealed record MapReport(
    int HorizonHours, PositionSide Side, int Freezes, int Quiet, int Bands, int TopBands, double TouchedBands, double Attributed,
    IReadOnlyList<MapRow> Rows)
{
    private const int ScoredBands = FrozenMaps.Bands - 1;
    private const int TopCount = (ScoredBands + 9) / 10;

    private static readonly int[] Horizons = [4, 24];

    /// <summary>Scores frozen maps on the held-out hours.</summary>
    /// <param name="hours">All hours.</param>
    /// <param name="split">Which of them are scored.</param>
    /// <param name="maps">Maps of all hours; each is scored as it is and times the chance that the price gets to its bands.</param>
    /// <returns>A report a horizon and side.</returns>
    public static IReadOnlyList<MapReport> Of(IReadOnlyList<HistoryHour> hours, HourSplit split, IReadOnlyList<FrozenMaps> maps) =>
    [
        .. from horizon in Horizons
           let reach = ReachChance.Of(hours, horizon)
           let judged = (FrozenMaps[])[.. maps.SelectMany(map => new[] { map, map.Times(reach) }), FrozenMaps.Nearest(hours)]
           from side in Enum.GetValues<PositionSide>()
           let report = Score(hours, split, judged, horizon, side)
           where report is not null
           select report,
    ];

    private static MapReport? Score(IReadOnlyList<HistoryHour> hours, HourSplit split, IReadOnlyList<FrozenMaps> maps, int horizon, PositionSide side)
    {
        Window[] windows =
        [
            .. from first in Enumerable.Range(0, Math.Max(0, split.HeldOut.Count - horizon + 1))
               let freeze = split.HeldOut[first]
               let last = split.HeldOut[first + horizon - 1]
               where hours[last].Start == hours[freeze].Start + ((horizon - 1) * HistoryHour.Length)
               select Window.Of(hours, split, freeze, last, side),
        ];
        Window[] scored = [.. windows.Where(window => window.InBands > 0)];
        if (scored is [])
        {
            return null;
        }

        // Windows an hour apart share most of their hours.
        var bootstrap = new BlockBootstrap(scored.Length, Math.Max(HourlyReport.BlockHours, 2 * horizon));
        return new MapReport(
            horizon,
            side,
            scored.Length,
            windows.Length - scored.Length,
            ScoredBands,
            TopCount,
            scored.Average(window => window.Touched.Count),
            scored.Sum(window => window.InBands) / scored.Sum(window => window.Usd),
            [
                .. maps.Select(map => MapRow.Of(map.Name, Array.ConvertAll(scored, window => window.Judge(map.Of(side)[window.Freeze])), bootstrap)),
                MapRow.Random(Array.ConvertAll(scored, window => (double)window.Hits / ScoredBands), (double)TopCount / ScoredBands, bootstrap),
            ]);
    }

    // Band 0 touches the price of the freeze: being there is no forecast.
    private sealed record Window(int Freeze, WindowOutcome Outcome, double Usd)
    {
        public double InBands { get; } = Outcome.Volume.Skip(1).Sum();

        public int Hits { get; } = Outcome.Volume.Skip(1).Count(volume => volume > 0);

        public IReadOnlyList<int> Touched { get; } = [.. Enumerable.Range(1, ScoredBands).Where(band => Outcome.LeadHours[band] is not null)];

        public static Window Of(IReadOnlyList<HistoryHour> hours, HourSplit split, int freeze, int last, PositionSide side)
        {
            (HistoryHour Hour, double Usd)[] following =
                [.. Enumerable.Range(freeze, last - freeze + 1).Select(hour => (hours[hour], split.Realised(hour).Of(side)))];
            var bands = new PriceBands(hours[freeze].Open, side, FrozenMaps.Bands);
            return new Window(freeze, WindowOutcome.Of(bands, hours[freeze].Start, following), following.Sum(hour => hour.Usd));
        }

        public Verdict Judge(double[] map)
        {
            // Of equal bands the nearer one is taken.
            int[] top = [.. Enumerable.Range(1, ScoredBands).OrderByDescending(band => map[band]).Take(TopCount)];
            int[] hits = [.. top.Where(band => Outcome.Volume[band] > 0)];
            return new Verdict(
                (double)hits.Length / TopCount,
                hits.Sum(band => Outcome.Volume[band]) / InBands,
                [.. hits.Select(band => Outcome.LeadHours[band]!.Value)],
                [.. Touched.Select(band => (map[band], Outcome.Volume[band]))]);
        }
    }
}
