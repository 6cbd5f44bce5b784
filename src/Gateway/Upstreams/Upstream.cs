using OmnipotentFutures.Gateway.Forwarding;

namespace OmnipotentFutures.Gateway.Upstreams;

/// <summary>A service behind the gateway, and how the last call to it went.</summary>
/// <param name="name">The service in <c>/api/{service}</c>.</param>
/// <param name="address">Where it listens, without a slash at the end.</param>
internal sealed class Upstream(string name, string address)
{
    private volatile UpstreamOutcome? _last;

    public string Name => name;

    public string Address => address;

    /// <summary>How the last call went; null before the first.</summary>
    public UpstreamOutcome? Last => _last;

    /// <summary>Any answer, even an error, shows that the service is there.</summary>
    public void Answered(DateTimeOffset at) => _last = new UpstreamOutcome(at, null);

    public void Failed(DateTimeOffset at, ForwardingFailure failure) => _last = new UpstreamOutcome(at, failure);
}

/// <summary>How a call to a service went.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Failure">Why there was no whole answer; null when there was one.</param>
internal sealed record UpstreamOutcome(DateTimeOffset At, ForwardingFailure? Failure);
