using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.Binance.Http;

/// <summary>A call on its way: what the handlers need to know of it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Cost">Units of the endpoint's scope that each attempt costs.</param>
internal sealed record BinanceCall(Endpoint Endpoint, int Cost)
{
    private static readonly HttpRequestOptionsKey<BinanceCall> Key = new(nameof(BinanceCall));

    /// <summary>Attempts sent so far.</summary>
    public int Attempts { get; set; }

    public static BinanceCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException("The request was not made by a Binance client.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
