using System.Collections.Concurrent;
using System.Net;

namespace OmnipotentFutures.Binance;

/// <summary>Who answers behind the configured addresses. A stand-in says so in a header of every answer.</summary>
public sealed class ExchangeSource
{
    /// <summary>Header by which the paper exchange names itself: <c>simulated</c> or <c>recorded</c>.</summary>
    public const string PaperHeader = "X-Paper-Exchange";

    /// <summary>What Binance itself is called.</summary>
    public const string Binance = "binance";

    private readonly ConcurrentDictionary<string, string> _names = new();

    /// <summary><c>binance</c>, <c>paper-simulated</c> or <c>paper-recorded</c>, as each host's latest answer said. One stand-in among the hosts
    /// is enough: what is partly simulated is simulated.</summary>
    public string Name => _names.Values.Where(name => name != Binance).Order().FirstOrDefault() ?? Binance;

    /// <summary>Who answers at one address.</summary>
    /// <param name="address">An address of the host.</param>
    /// <returns>The same names; null before the host's first good answer.</returns>
    public string? NameOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _names.GetValueOrDefault(address.Authority);
    }

    internal void Observe(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            // An error may come from a machine in between, which knows nothing of whom it stands before.
            return;
        }

        var paper = response.Headers.TryGetValues(PaperHeader, out var values) ? values.FirstOrDefault() : null;
        _names[address.Authority] = paper is null ? Binance : $"paper-{paper}";
    }
}
