using OmnipotentFutures.Gateway.Upstreams;

namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>The answer of a route that is a service's own answer.</summary>
/// <param name="upstream">The service.</param>
/// <param name="target">Address at the service.</param>
internal sealed class ForwardedCall(Upstream upstream, Uri target) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<Forwarder>().ForwardAsync(httpContext, upstream, target);
}
