namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>A fault that is switched on.</summary>
/// <param name="path">Path it strikes; null strikes every Binance endpoint.</param>
/// <param name="kind">What goes wrong.</param>
/// <param name="status">HTTP status of <see cref="FaultKind.Status"/> and <see cref="FaultKind.Html"/>.</param>
/// <param name="latency">Delay of <see cref="FaultKind.Latency"/>.</param>
/// <param name="share">Share of calls it strikes, above 0 and at most 1.</param>
/// <param name="count">Calls it strikes in all; null has no end.</param>
internal sealed class Fault(string? path, FaultKind kind, int status, TimeSpan latency, double share, int? count)
{
    private readonly Lock _lock = new();
    private long _seen;
    private int _struck;

    public FaultKind Kind => kind;

    public int Status => status;

    public TimeSpan Latency => latency;

    /// <summary>Counts a call and tells whether the fault strikes it. A share of 0.25 strikes every fourth call, so that drills repeat.</summary>
    public bool Strikes(string calledPath)
    {
        if (path is not null && path != calledPath)
        {
            return false;
        }

        lock (_lock)
        {
            var before = Math.Floor(_seen * share);
            _seen++;
            if (Math.Floor(_seen * share) == before || _struck >= count)
            {
                return false;
            }

            _struck++;
            return true;
        }
    }

    public FaultResponse Describe()
    {
        lock (_lock)
        {
            return new FaultResponse(path, kind, status, (int)latency.TotalMilliseconds, share, count, _struck);
        }
    }
}
