using System.Globalization;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>The contracts of the simulated exchange: invented figures of a believable size, and every odd kind of listing a client has to
/// cope with.</summary>
internal static class InstrumentCatalogue
{
    private const int DaysAhead = 366;

    /// <summary>The contracts of an exchange, leaders before those who share their index price.</summary>
    public static IReadOnlyList<InstrumentProfile> Create(SimulationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HistoryDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.HistoryDays, 365);
        if (options.Contracts is { } contracts)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(contracts, SimulationOptions.FewestContracts);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(contracts, SimulationOptions.MostContracts);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.Now, Milliseconds(2020, 1, 1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Now, Milliseconds(2100, 1, 1));

        var now = DateTimeOffset.FromUnixTimeMilliseconds(options.Now);
        var earliest = now.AddDays(-options.HistoryDays);
        var start = Milliseconds(earliest.Year, earliest.Month, 1);
        var listedYesterday = SimulationTime.Floor(options.Now - SimulationTime.Day, SimulationTime.Hour);
        var stopped = start + SimulationTime.Floor(options.HistoryDays * SimulationTime.Day * 2 / 5, SimulationTime.Hour);
        var capped = CappedSettlement(daysAgo: 7, fundingHours: 8);
        var cappedEarlier = CappedSettlement(daysAgo: 12, fundingHours: 4);
        var world = (Start: start, End: SimulationTime.Floor(options.Now, SimulationTime.Bar) + (DaysAhead * SimulationTime.Day));

        var bitcoin = Coin(world, "BTC", 86_000, .10m, .001m, BracketLadder.Deepest, 8, .003m, 1, .004, 12_000, 8_200, 20.1e6, Day(2019, 9, 8), .01m);
        InstrumentProfile[] profiles =
        [
            bitcoin,
            Coin(world, "ETH", 3_020, .01m, .001m, BracketLadder.Deepest, 8, .003m, 1.3, .014, 13_000, 5_600, 120.7e6, Day(2019, 11, 27), .01m),
            Coin(world, "SOL", 141, .01m, .01m, BracketLadder.Large, 8, .0075m, 1.5, .020, 3_900, 1_450, 552e6, Day(2020, 9, 14), .01m),
            Coin(world, "XRP", 2.06m, .0001m, .1m, BracketLadder.Large, 8, .0075m, 1.25, .022, 1_900, 780, 60.3e9, Day(2020, 1, 6), .0001m),
            Coin(world, "BNB", 884, .01m, .01m, BracketLadder.Liquid, 8, .0075m, .8, .013, 640, 520, 137.7e6, Day(2020, 2, 10), .01m) with { Interest = 0 },
            Coin(world, "DOGE", .1523m, .00001m, 1m, BracketLadder.Liquid, 8, .01m, 1.5, .024, 980, 410, 152e9, Day(2020, 7, 10), .00001m),
            Coin(world, "ADA", .4671m, .0001m, 1m, BracketLadder.Liquid, 8, .015m, 1.4, .022, 410, 205, 35.9e9, Day(2020, 1, 31), .0001m),
            Coin(world, "AVAX", 14.93m, .001m, 1m, BracketLadder.Liquid, 8, .015m, 1.5, .022, 260, 118, 427e6, Day(2020, 9, 23), .01m),
            Coin(world, "LINK", 13.88m, .001m, .01m, BracketLadder.Liquid, 8, .015m, 1.4, .021, 330, 176, 697e6, Day(2020, 1, 17), .01m),
            Coin(world, "SUI", 1.704m, .0001m, .1m, BracketLadder.Liquid, 8, .015m, 1.6, .028, 480, 190, 3.7e9, Day(2023, 5, 3), .0001m),
            Coin(world, "LTC", 88.4m, .01m, .001m, BracketLadder.Liquid, 8, .015m, 1.1, .022, 240, 125, 76.6e6, Day(2020, 1, 9), .01m),
            Coin(world, "BCH", 512.6m, .01m, .001m, BracketLadder.Liquid, 8, .015m, 1.1, .024, 210, 130, 19.96e6, Day(2019, 12, 19), .1m),
            Coin(world, "TRX", .2841m, .00001m, 1m, BracketLadder.Liquid, 8, .015m, .5, .012, 120, 115, 94.6e9, Day(2020, 1, 15), .0001m),
            Coin(world, "DOT", 2.312m, .001m, .1m, BracketLadder.Liquid, 8, .015m, 1.4, .022, 130, 82, 1.65e9, Day(2020, 8, 18), .001m),
            Coin(world, "NEAR", 2.018m, .001m, 1m, BracketLadder.Liquid, 4, .02m, 1.5, .028, 160, 76, 1.28e9, Day(2020, 10, 14), .001m),
            Coin(world, "AAVE", 171.2m, .01m, .1m, BracketLadder.Liquid, 4, .02m, 1.4, .024, 190, 112, 15.3e6, Day(2020, 10, 16), .01m),
            Coin(world, "UNI", 6.21m, .001m, 1m, BracketLadder.Liquid, 8, .02m, 1.4, .026, 170, 92, 630e6, Day(2020, 9, 17), .001m),
            Coin(world, "ARB", .2134m, .0001m, .1m, BracketLadder.Liquid, 8, .02m, 1.5, .026, 120, 60, 5.6e9, Day(2023, 3, 23), .0001m),
            Coin(world, "ENA", .2719m, .0001m, 1m, BracketLadder.Liquid, 4, .02m, 1.6, .034, 310, 130, 7.9e9, Day(2024, 4, 2), .0001m),
            Coin(world, "HYPE", 33.87m, .001m, .01m, BracketLadder.Liquid, 4, .02m, 1.3, .033, 620, 310, 337e6, Day(2025, 5, 30), .01m),
            Coin(world, "ZEC", 381.5m, .01m, .001m, BracketLadder.Liquid, 4, .02m, .9, .048, 950, 260, 16.4e6, Day(2020, 2, 5), .01m),
            Coin(world, "WIF", .3862m, .0001m, .1m, BracketLadder.Middling, 4, .02m, 1.6, .040, 140, 52, 998.8e6, Day(2024, 1, 18), .001m),
            Coin(world, "TRUMP", 5.872m, .001m, .01m, BracketLadder.Middling, 4, .02m, 1.2, .036, 150, 68, 200e6, Day(2025, 1, 18), .001m),
            Coin(world, "1000BONK", .009412m, .000001m, 1m, BracketLadder.Liquid, 4, .02m, 1.6, .034, 130, 44, 82.3e9, Day(2023, 11, 22), .00000001m)
                .On("BONK", 1000, .00000001m),
            Coin(world, "1000PEPE", .004481m, .0000001m, 1m, BracketLadder.Liquid, 4, .02m, 1.6, .032, 620, 185, 420.69e9, Day(2023, 5, 5), .00000001m)
                .On("PEPE", 1000, .00000001m),
            Coin(world, "1000SATS", .00001873m, .00000001m, 1m, BracketLadder.Small, 4, .02m, 1.5, .038, 26, 11, 2.1e12, Day(2023, 12, 12), .00000001m),
            Coin(world, "1INCH", .1748m, .0001m, 1m, BracketLadder.Middling, 8, .02m, 1.4, .028, 22, 13, 1.4e9, Day(2020, 12, 30), .0001m),
            Coin(world, "YGG", .09231m, .00001m, 1m, BracketLadder.Small, 2, .02m, 1.4, .045, 34, 12, 681e6, Day(2023, 8, 6), .0001m),
            Coin(world, "MYX", 2.716m, .001m, 1m, BracketLadder.Wild, 1, .02m, .8, .085, 210, 46, 251e6, Day(2025, 8, 6), 0),
            Coin(world, "币安人生", .1183m, .00001m, 1m, BracketLadder.Wild, 1, .02m, 1.1, .070, 90, 21, 1e9, Day(2025, 10, 8), .0001m),
            Unlisted(Coin(world, "KITE", .0874m, .00001m, 1m, BracketLadder.Middling, 8, .02m, 1.3, .070, 240, 38, 1.8e9, Day(2026, 1, 1), .0001m))
                with { Start = listedYesterday, StartsWithBook = false },
            Stopped(Coin(world, "OMG", .1629m, .0001m, .1m, BracketLadder.Small, 8, .02m, 1.2, .030, 6, 4, 140e6, Day(2020, 5, 13), 0), stopped),
            Unlisted(bitcoin with
            {
                Instrument = bitcoin.Instrument with { Symbol = "BTCUSDC", Pair = "BTCUSDC", QuoteAsset = "USDC", OnboardDate = Milliseconds(2024, 1, 3) },
                Ladder = BracketLadder.Major,
                DailyTurnover = 1.9e9,
                OpenInterest = 640e6,
                Leader = bitcoin.Instrument.Symbol,
                Spot = bitcoin.Spot! with { Symbol = "BTCUSDC", QuoteAsset = "USDC" },
            }),
            Quarterly(bitcoin, now),
            Coin(world, "OM", .1124m, .0001m, .1m, BracketLadder.Middling, 8, .02m, 1.2, .045, 60, 19, 1.1e9, Day(2021, 3, 8), .0001m)
                .Squeezed(capped, long.MaxValue, -.028, -.009),
            Coin(world, "TUT", .0213m, .00001m, 1m, BracketLadder.Middling, 4, .0075m, 1.0, .024, 30, 10, 842e6, Day(2025, 3, 21), .0001m)
                .Squeezed(cappedEarlier, cappedEarlier + ((options.Now - cappedEarlier) / 3), -.02, -.006),
            Traditional(Coin(world, "XAU", 4_118, .01m, .001m, BracketLadder.Large, 4, .005m, .05, .011, 340, 95, 0, Day(2025, 12, 11), 0), "COMMODITY"),
            Traditional(Coin(world, "TSLA", 412.6m, .01m, .01m, BracketLadder.Small, 8, .02m, .4, .031, 45, 14, 0, Day(2026, 1, 28), 0), "EQUITY"),
        ];
        var taken = profiles.SelectMany(profile => new[] { profile.Instrument.BaseAsset, profile.Spot?.BaseAsset }).OfType<string>().ToHashSet();
        var generated = GeneratedContracts.Create((options.Contracts ?? 0) - profiles.Length, world, options.Now, taken);
        return [.. profiles.Concat(generated).Select(Finish)];

        // At the earliest after the first interval of history.
        long CappedSettlement(int daysAgo, int fundingHours)
        {
            var interval = fundingHours * SimulationTime.Hour;
            return Math.Max(start + interval, SimulationTime.Floor(options.Now - (daysAgo * SimulationTime.Day), interval));
        }
    }

    /// <summary>A perpetual on a coin, settled in USDT.</summary>
    public static InstrumentProfile Coin(
        (long Start, long End) world,
        string asset,
        decimal price,
        decimal tick,
        decimal step,
        BracketLadder ladder,
        int fundingHours,
        decimal fundingCap,
        double beta,
        double ownVolatility,
        double turnoverMillions,
        double openInterestMillions,
        double supply,
        DateTimeOffset onboard,
        decimal spotTick) => new()
        {
            Instrument = new Instrument
            {
                Symbol = asset + "USDT",
                Pair = asset + "USDT",
                BaseAsset = asset,
                TickSize = tick,
                StepSize = step,
                FundingIntervalHours = fundingHours,
                CirculatingSupply = (decimal)supply,
                OnboardDate = onboard.ToUnixTimeMilliseconds(),
            },
            Ladder = ladder,
            BasePrice = (double)price,
            Beta = beta,
            OwnVolatility = ownVolatility,
            DailyTurnover = turnoverMillions * 1e6,
            OpenInterest = openInterestMillions * 1e6,
            FundingCap = (double)fundingCap,
            Start = world.Start,
            End = world.End,
            Spot = spotTick > 0 ? new SpotPair(asset + "USDT", asset, "USDT", spotTick, step) : null,
        };

    private static InstrumentProfile On(this InstrumentProfile profile, string spotAsset, double multiplier, decimal spotTick) => profile with
    {
        Spot = new SpotPair(spotAsset + "USDT", spotAsset, "USDT", spotTick, 1),
        SpotMultiplier = multiplier,
    };

    /// <summary>A contract whose premium is out of all proportion for the whole interval before a settlement, which therefore is at the cap
    /// or floor, and which settles every hour from then on.</summary>
    private static InstrumentProfile Squeezed(this InstrumentProfile profile, long settlement, long until, double peak, double rest) => profile with
    {
        Squeeze = new(settlement - (profile.Instrument.FundingIntervalHours!.Value * SimulationTime.Hour), settlement, until, peak, rest),
    };

    /// <summary>A contract on something that is no coin: without spot pair, supply and long/short ratios.</summary>
    public static InstrumentProfile Traditional(InstrumentProfile profile, string underlyingType) => profile with
    {
        Instrument = profile.Instrument with { ContractType = "TRADIFI_PERPETUAL", UnderlyingType = underlyingType, CirculatingSupply = null },
        HasPositioning = false,
    };

    /// <summary>A contract fundingInfo leaves out.</summary>
    private static InstrumentProfile Unlisted(InstrumentProfile profile) =>
        profile with { HasFundingInfo = false };

    /// <summary>A contract that no longer trades.</summary>
    public static InstrumentProfile Stopped(InstrumentProfile profile, long end) => profile with
    {
        End = end,
        Instrument = profile.Instrument with { Status = "SETTLING", DeliveryDate = end },
    };

    private static InstrumentProfile Quarterly(InstrumentProfile leader, DateTimeOffset now)
    {
        var delivery = QuarterlyDelivery.After(now);
        return leader with
        {
            Instrument = leader.Instrument with
            {
                Symbol = $"{leader.Instrument.Symbol}_{delivery.ToString("yyMMdd", CultureInfo.InvariantCulture)}",
                ContractType = "CURRENT_QUARTER",
                DeliveryDate = delivery.ToUnixTimeMilliseconds(),
                OnboardDate = delivery.AddDays(-188).ToUnixTimeMilliseconds(),
                FundingIntervalHours = null,
            },
            Ladder = BracketLadder.Major,
            DailyTurnover = 160e6,
            OpenInterest = 190e6,
            Leader = leader.Instrument.Symbol,
            Spot = null,
            Start = Math.Max(leader.Start, SimulationTime.Ceiling(delivery.AddDays(-188).ToUnixTimeMilliseconds(), SimulationTime.Bar)),
            End = delivery.ToUnixTimeMilliseconds(),
        };
    }

    private static InstrumentProfile Finish(InstrumentProfile profile) => (profile with
    {
        Instrument = profile.Instrument with
        {
            SpotSymbol = profile.Spot?.Symbol,
            MaxLeverage = profile.Ladder.MaxLeverage,
            Brackets = [.. profile.Ladder.Brackets.Select(Publish)],
            OnboardDate = profile.StartsWithBook ? profile.Instrument.OnboardDate : profile.Start,
        },
    }).Complete();

    // Amounts are sums of products: what they lost in the last digits is rounded away.
    private static MarginBracket Publish(Bracket bracket) => new(
        (decimal)bracket.Floor, (decimal)bracket.Cap, (decimal)bracket.MaintenanceMarginRate, decimal.Round((decimal)bracket.MaintenanceAmount, 6), bracket.MaxLeverage);

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static long Milliseconds(int year, int month, int day) => Day(year, month, day).ToUnixTimeMilliseconds();
}
