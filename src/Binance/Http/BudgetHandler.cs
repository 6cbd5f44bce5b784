namespace OmnipotentFutures.Binance.Http;

/// <summary>Takes a call's cost before anything else, and gives it back if the call is never sent. Outermost handler: whoever waits for budget
/// holds nothing that others could use.</summary>
internal sealed class BudgetHandler(RateBudget budget, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = BinanceCall.Of(request);
        var wait = budget.Take(call);
        try
        {
            await Task.Delay(wait, clock, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            if (call.Attempts == 0)
            {
                budget.Return(call);
            }
        }
    }
}
