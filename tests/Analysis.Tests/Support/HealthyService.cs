namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>A service with an exchange that is well, shared by the tests of a class.</summary>
public sealed class HealthyService : IAsyncLifetime
{
    internal StubExchange Exchange { get; private set; } = null!;

    internal AnalysisService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Exchange = await StubExchange.StartAsync();
        Service = await AnalysisService.StartAsync(Exchange.Url);
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Exchange.DisposeAsync();
    }
}
