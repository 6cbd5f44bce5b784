namespace OmnipotentFutures.EndToEnd;

/// <summary>One simulated suite for tests that leave it as they found it.</summary>
public sealed class SimulatedSuite : IAsyncLifetime
{
    public SuiteUnderTest Suite { get; private set; } = null!;

    public async Task InitializeAsync() => Suite = await SuiteUnderTest.StartSimulatedAsync();

    public async Task DisposeAsync() => await Suite.DisposeAsync();
}
