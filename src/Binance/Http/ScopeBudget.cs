using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.Binance.Http;

/// <summary>What this process may spend of one limit: its own plan, and no more than what the exchange's own count leaves. Whoever takes more than
/// is left waits until enough of it has expired, and later callers wait behind.</summary>
/// <param name="rule">Binance's limit.</param>
/// <param name="share">Share of the limit that is planned with, a fraction.</param>
/// <param name="clock">The clock that windows are measured by.</param>
internal sealed class ScopeBudget(RateLimitRule rule, double share, TimeProvider clock)
{
    // Share of the limit that all behind our address may have used before we stop: the rest is for calls that were under way when it was counted.
    private const double Ceiling = 0.9;

    // Share of the plan that refreshes leave to callers.
    private const double CallersReserve = 0.5;

    private readonly Lock _gate = new();
    private readonly long _origin = clock.GetTimestamp();
    private readonly SlidingWindow _window = new((int)(rule.Limit * share), rule.Window);
    private UsedWeight? _reported;

    public RateLimitRule Rule => rule;

    /// <summary>Units per window that are planned with.</summary>
    public int Planned { get; } = (int)(rule.Limit * share);

    /// <summary>Units that could be spent at once.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                var now = Now;
                return Math.Max(0, Math.Min(_window.Left(now), LeftByReport(now)));
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(_origin);

    /// <summary>Takes units for a caller unless they would come too late.</summary>
    /// <param name="units">How many.</param>
    /// <param name="longestWait">How long the caller is ready to wait.</param>
    /// <param name="wait">How long until the units are there, taken or not; null if never.</param>
    /// <returns>Null when they are not taken.</returns>
    public BudgetTurn? TryTake(int units, TimeSpan longestWait, out TimeSpan? wait) => TryTake(units, reserve: 0, longestWait, out wait);

    /// <summary>Takes units for a refresh if, without a wait, what is left after it is enough for callers.</summary>
    /// <param name="units">How many.</param>
    /// <param name="wait">How long until they could be taken; null if never.</param>
    /// <returns>Null when they are not taken.</returns>
    public BudgetTurn? TryTakeForRefresh(int units, out TimeSpan? wait) =>
        TryTake(units, (int)Math.Ceiling(Planned * CallersReserve), TimeSpan.Zero, out wait);

    /// <summary>Logs units as spent now, if the call was held up on its way.</summary>
    /// <param name="turn">The units.</param>
    public void Spend(BudgetTurn turn)
    {
        lock (_gate)
        {
            turn.Slot = _window.Postpone(turn.Slot, turn.Units, Now);
        }
    }

    /// <summary>Gives units back that were taken and not used.</summary>
    /// <param name="turn">The units.</param>
    public void Return(BudgetTurn turn)
    {
        lock (_gate)
        {
            _window.Return(turn.Slot, turn.Units);
        }
    }

    /// <summary>Takes note of what the exchange has counted.</summary>
    /// <param name="used">Weight used in its running minute.</param>
    /// <param name="askedAt">Timestamp of the clock at which the call was sent that brought it.</param>
    public void Correct(int used, long askedAt)
    {
        lock (_gate)
        {
            var now = Now;
            var report = new UsedWeight(Math.Min(used, rule.Limit), clock.GetElapsedTime(_origin, askedAt), now);
            // Answers overtake each other. Only a call that was sent after the known report had come is sure to bring a newer one, which may be lower
            // because another minute runs; of those under way together the one that leaves least holds.
            if (_reported is not { } known || known.End <= now || report.Asked >= known.Received || Total(report) > Total(known))
            {
                _reported = report;
            }
        }
    }

    private BudgetTurn? TryTake(int units, int reserve, TimeSpan longestWait, out TimeSpan? wait)
    {
        lock (_gate)
        {
            var now = Now;
            wait = null;
            if (_window.EarliestFor(units + reserve, now) is not { } earliest)
            {
                return null;
            }

            if (LeftByReport(earliest) < units + reserve)
            {
                earliest = _reported!.End;
            }

            // In whole milliseconds, as timers run.
            var rounded = TimeSpan.FromMilliseconds(Math.Ceiling((earliest - now).TotalMilliseconds));
            wait = rounded;
            return rounded > longestWait ? null : new BudgetTurn(rounded, units, _window.Spend(units, now + rounded));
        }
    }

    private int LeftByReport(TimeSpan moment) =>
        _reported is { } report && moment < report.End ? (int)(rule.Limit * Ceiling) - Total(report) : int.MaxValue;

    private int Total(UsedWeight report) => report.Used + _window.SpentAfter(report.Asked);
}
