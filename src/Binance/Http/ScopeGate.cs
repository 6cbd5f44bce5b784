using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Stands open or, after the exchange has refused a call, closed until the time it named.</summary>
internal sealed class ScopeGate(TimeProvider clock)
{
    private readonly Lock _gate = new();

    // Kept after its time, until a call has passed.
    private ScopeClosure? _closure;

    /// <summary>Why and until when nothing is sent.</summary>
    /// <param name="now">Present time.</param>
    /// <returns>Null while open.</returns>
    public ScopeClosure? ClosureAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _closure?.Until > now ? _closure : null;
        }
    }

    /// <summary>Closes after a refusal. A pause that would end before the present one changes nothing.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="pause">For how long.</param>
    /// <returns>The closure if it is news to an operator: the first since calls last passed, of another kind than the last, or longer. The calls
    /// that were under way together are refused together, and a pause that did not help is repeated.</returns>
    public ScopeClosure? Close(BinanceException refusal, TimeSpan pause)
    {
        lock (_gate)
        {
            var last = _closure;
            var closure = new ScopeClosure(refusal.Kind, refusal.Status!.Value, pause, clock.GetUtcNow() + pause);
            if (closure.Until <= last?.Until)
            {
                return null;
            }

            if (last?.Kind == closure.Kind && closure.Pause <= last.Pause)
            {
                // As long as the longest that has been told of.
                _closure = closure with { Pause = last.Pause };
                return null;
            }

            return _closure = closure;
        }
    }

    /// <summary>Notes that the exchange has answered.</summary>
    /// <returns>Whether that is the first call since the pause was over.</returns>
    public bool Passed()
    {
        lock (_gate)
        {
            if (_closure is null || _closure.Until > clock.GetUtcNow())
            {
                return false;
            }

            _closure = null;
            return true;
        }
    }
}
