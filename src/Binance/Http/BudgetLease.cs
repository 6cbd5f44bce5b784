using System.Threading.RateLimiting;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Leave to make a call, or a refusal that says when it would be given.</summary>
/// <param name="refusedFor">How long until the budget allows the call; null when it is allowed.</param>
internal sealed class BudgetLease(TimeSpan? refusedFor) : RateLimitLease
{
    public override bool IsAcquired => refusedFor is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? refusedFor : null;
        return metadata is not null;
    }
}
