using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Gateway.Upstreams;

/// <summary>The services behind the gateway, by name.</summary>
internal sealed class UpstreamDirectory(IOptions<GatewayOptions> options, IConfiguration configuration)
{
    private readonly FrozenDictionary<string, Upstream> _upstreams = options.Value.Services
        .Select((service, index) => new Upstream(service.Name, new Uri(service.Locate(index, configuration).Url!).AbsoluteUri.TrimEnd('/')))
        .ToFrozenDictionary(upstream => upstream.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The services' names, sorted.</summary>
    public IReadOnlyList<string> Names => field ??= [.. _upstreams.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The service of a name that is known.</summary>
    public Upstream this[string name] => _upstreams[name];

    public bool Contains(string name) => _upstreams.ContainsKey(name);
}
