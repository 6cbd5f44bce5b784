using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.Binance.Http;

/// <summary>A call on its way: what the handlers need to know of it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Cost">Units of the endpoint's scope that each attempt costs.</param>
/// <param name="IsRefresh">Whether nobody waits for it.</param>
internal sealed record BinanceCall(Endpoint Endpoint, int Cost, bool IsRefresh)
{
    private static readonly HttpRequestOptionsKey<BinanceCall> Key = new(nameof(BinanceCall));

    /// <summary>Attempts sent so far.</summary>
    public int Attempts { get; set; }

    /// <summary>What it has taken of the budget; null before that.</summary>
    public BudgetTurn? Turn { get; set; }

    public static BinanceCall? Find(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var call) ? call : null;

    public static BinanceCall Of(HttpRequestMessage request) => Find(request) ?? throw new InvalidOperationException("The request was not made by a Binance client.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
