using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance;

/// <summary>How the exchange last answered, so that a health probe need not ask it.</summary>
public sealed class ExchangeStatus(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _lastSuccess;
    private DateTimeOffset? _lastFailure;
    private DateTimeOffset? _failingSince;
    private BinanceException? _failure;

    /// <summary>What is known now.</summary>
    public ExchangeStatusReading Current
    {
        get
        {
            lock (_gate)
            {
                return new ExchangeStatusReading(_lastSuccess, _lastFailure, _failure);
            }
        }
    }

    /// <summary>When the exchange stopped answering, UTC; null while it answers.</summary>
    public DateTimeOffset? FailingSince
    {
        get
        {
            lock (_gate)
            {
                return _failingSince;
            }
        }
    }

    internal void Succeeded()
    {
        lock (_gate)
        {
            _lastSuccess = clock.GetUtcNow();
            _failingSince = null;
        }
    }

    internal void Failed(BinanceException exception)
    {
        // The exchange is well when it tells us that a request was wrong.
        if (!exception.CanRetry && exception.Kind != BinanceErrorKind.RestrictedLocation)
        {
            Succeeded();
            return;
        }

        if (exception.IsOverOurBudget)
        {
            // Refused on our side, so nothing was asked.
            return;
        }

        lock (_gate)
        {
            if (exception.ClosedByStatus is not null && _failingSince is not null)
            {
                // Known already, and nothing was asked. What follows is for a call under way that passed after the refusal: it does not make the exchange well.
                return;
            }

            _lastFailure = clock.GetUtcNow();
            _failingSince ??= _lastFailure;
            _failure = exception;
        }
    }
}

/// <summary>How the exchange last answered.</summary>
/// <param name="LastSuccess">When it last answered a call; null if it never has.</param>
/// <param name="LastFailure">When a call last failed for a reason other than the call itself; null if none has.</param>
/// <param name="Failure">The last such failure.</param>
public sealed record ExchangeStatusReading(DateTimeOffset? LastSuccess, DateTimeOffset? LastFailure, BinanceException? Failure)
{
    /// <summary>Whether the latest answer was a good one.</summary>
    public bool IsAnswering => LastSuccess is not null && (LastFailure is null || LastSuccess >= LastFailure);
}
