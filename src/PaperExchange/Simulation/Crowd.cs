namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Decides who opens and closes between two bars. Activity follows volume; direction follows mood and momentum, and is held back
/// by a dear premium and by what is already crowded.</summary>
internal sealed class Crowd
{
    private const double UsualLongShare = 0.54;
    private const double TakeProfitShare = 0.6; // of forced contracts, met by the other side's closing instead of a hedger's
    private const double MedianMargin = 120;
    private const double MarginSpread = 1.6;
    private static readonly double MoodMemory = Math.Pow(0.5, 1 / (30 * SimulationTime.BarsPerHour));
    private static readonly double MomentumMemory = Math.Pow(0.5, 1 / (3 * SimulationTime.BarsPerHour));
    private static readonly double MomentumScale = Math.Sqrt(1 - (MomentumMemory * MomentumMemory));

    private readonly InstrumentProfile _profile;
    private readonly LeverageTier[] _tiers;
    private readonly Noise _traders;
    private readonly double _meanLife;
    private readonly double _usualBarVolume;
    private double _mood;
    private double _momentum;

    public Crowd(InstrumentProfile profile, int seed)
    {
        _profile = profile;
        _tiers = LeverageTier.UpTo(profile.Ladder.MaxLeverage);
        _traders = Noise.For(seed, profile.Instrument.Symbol + "/traders");
        _meanLife = _tiers.Sum(tier => tier.Share * tier.MeanLife);
        _usualBarVolume = profile.DailyTurnover / profile.BasePrice / profile.Lot / SimulationTime.BarsPerDay;
    }

    /// <summary>What is added to the takers' buying share.</summary>
    public double TakerLean => 0.02 * (_mood + Math.Tanh(_momentum));

    /// <summary>Fills the book with traders who entered before history begins, at prices around the present one.</summary>
    public void Seed(TraderBook book, int bar, int ticks)
    {
        var draws = new NoiseSequence(_traders, bar);
        foreach (var (side, share) in new[] { (PositionSide.Long, 0.9), (PositionSide.Short, 0.8) })
        {
            for (var i = 0; i < _profile.SeedCohortsPerSide; i++)
            {
                var tier = LeverageTier.Pick(_tiers, static tier => tier.Share * tier.MeanLife, draws.Uniform());
                var age = Math.Min((int)draws.Exponential(tier.MeanLife), (int)(60 * SimulationTime.BarsPerDay));
                var wandered = _profile.DailyVolatility * Math.Sqrt(Math.Min(age / SimulationTime.BarsPerDay, 15)) * draws.Normal();
                var entry = Math.Max(1, (int)Math.Round(ticks * Math.Exp(wandered)));
                Enter(book, ref draws, side, tier, _profile.OpenInterestSteps * share / _profile.SeedCohortsPerSide, entry, bar, bar - age, ticks * _profile.Tick);
            }
        }
    }

    /// <summary>Trades between two bars.</summary>
    /// <param name="book">Who stands.</param>
    /// <param name="bar">The bar that is about to begin.</param>
    /// <param name="last">The bar that is over.</param>
    public void Trade(TraderBook book, int bar, BarOutcome last)
    {
        var draws = new NoiseSequence(_traders, bar);
        _mood = (MoodMemory * _mood) + (Math.Sqrt(1 - (MoodMemory * MoodMemory)) * draws.Normal());
        _momentum = (MomentumMemory * _momentum) + (MomentumScale * last.Return / last.Deviation);

        book.CloseDue(bar);
        book.CloseEarly(PositionSide.Short, TakeProfitShare * last.LongsForced);
        book.CloseEarly(PositionSide.Long, TakeProfitShare * last.ShortsForced);

        var replacement = _profile.OpenInterestSteps / _meanLife;
        var appetite = Math.Clamp(Math.Pow(_profile.OpenInterestSteps / Math.Max(1, book.OpenInterest), 2), 0.25, 4);
        var opened = replacement * appetite * last.Volume / _usualBarVolume;
        var longShare = Math.Clamp(
            UsualLongShare + (0.05 * _mood) + (0.10 * Math.Tanh(_momentum)) - (60 * last.Premium) - (0.4 * book.Imbalance), 0.15, 0.85);
        Open(book, ref draws, PositionSide.Long, 2 * opened * longShare, bar, last);
        Open(book, ref draws, PositionSide.Short, 2 * opened * (1 - longShare), bar, last);
    }

    private void Open(TraderBook book, ref NoiseSequence draws, PositionSide side, double contracts, int bar, BarOutcome last)
    {
        var tier = LeverageTier.Pick(_tiers, static tier => tier.Share, draws.Uniform());
        var entry = last.LastTicks[(int)(draws.Uniform() * last.LastTicks.Length)];
        Enter(book, ref draws, side, tier, contracts, entry, bar, bar, last.Mark);
    }

    private void Enter(
        TraderBook book, ref NoiseSequence draws, PositionSide side, LeverageTier tier, double contracts, int entryTicks, int bar, int entryBar, double mark)
    {
        var entryPrice = entryTicks * _profile.Tick;

        // Small accounts lean long: hence many longs by head, few by size.
        var margin = MedianMargin * (side == PositionSide.Long ? 0.75 : 1.3) * Math.Exp(MarginSpread * draws.Normal());
        var each = Math.Clamp((long)(margin * tier.Leverage / entryPrice / _profile.Lot), 1, Math.Max(1, (long)contracts));
        var leverage = AllowedLeverage(tier.Leverage, each * _profile.Lot * entryPrice);
        var closing = bar + 1 + (int)Math.Min(draws.Exponential(tier.MeanLife), int.MaxValue / 2);
        var cohort = new Cohort
        {
            Side = side,
            EntryTime = entryBar * SimulationTime.Bar,
            EntryTicks = entryTicks,
            Leverage = leverage,
            LiquidationPrice = _profile.Ladder.LiquidationPrice(side, entryPrice, each * _profile.Lot, leverage),
            Accounts = (int)(contracts / each),
            ContractsEach = each,
            MarginEach = each * _profile.Lot * entryPrice / leverage,
            ClosingBar = closing,
        };
        if (cohort.Accounts > 0 && !cohort.IsLiquidatedAt(mark))
        {
            book.Add(cohort);
        }
    }

    private int AllowedLeverage(int wanted, double notional)
    {
        var most = Math.Min(wanted, _profile.Ladder.At(notional).MaxLeverage);
        return _tiers.LastOrDefault(tier => tier.Leverage <= most, _tiers[0]).Leverage;
    }
}
