namespace OmnipotentFutures.Binance;

/// <summary>Who answers behind the configured address. A stand-in says so in a header of every answer.</summary>
public sealed class ExchangeSource
{
    /// <summary>Header by which the paper exchange names itself: <c>simulated</c> or <c>recorded</c>.</summary>
    public const string PaperHeader = "X-Paper-Exchange";

    private volatile string _name = "binance";

    /// <summary><c>binance</c>, <c>paper-simulated</c> or <c>paper-recorded</c>, as the latest answer said.</summary>
    public string Name => _name;

    internal void Observe(HttpResponseMessage response)
    {
        var paper = response.Headers.TryGetValues(PaperHeader, out var values) ? values.FirstOrDefault() : null;
        _name = paper is null ? "binance" : $"paper-{paper}";
    }
}
