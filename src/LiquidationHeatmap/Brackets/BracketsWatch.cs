namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Looks every few seconds whether the operator's file has changed and whether the exchange's table is due.</summary>
internal sealed class BracketsWatch(BracketFile file, ExchangeBrackets exchange, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Before the first request: what lies on disk is there from the start.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        await file.CheckAsync(cancellationToken);
        exchange.Load();
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await file.CheckAsync(cancellationToken);
        if (exchange.IsDue)
        {
            await exchange.RefreshAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
