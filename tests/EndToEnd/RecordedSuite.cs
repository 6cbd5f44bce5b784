using OmnipotentFutures.Tests;

namespace OmnipotentFutures.EndToEnd;

/// <summary>One suite on the recording, which stands still; none where there is no recording, and then its tests are skipped.</summary>
public sealed class RecordedSuite : IAsyncLifetime
{
    /// <summary>Three settlements after SOLUSDT and others settled far below zero.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 26, 20, 0, 0, TimeSpan.Zero);

    public SuiteUnderTest Suite { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (SharedFolder.ReasonToSkip("market") is null)
        {
            Suite = await SuiteUnderTest.StartAsync(new() { MarketFolder = SharedFolder.PathOf("market"), StartAt = Now, Speed = 1e-8 });
        }
    }

    public async Task DisposeAsync()
    {
        if (Suite is { } suite)
        {
            await suite.DisposeAsync();
        }
    }
}

/// <summary>Tests that share one suite on the recording.</summary>
[CollectionDefinition(Name)]
public sealed class OnRecording : ICollectionFixture<RecordedSuite>
{
    public const string Name = "On the recording";
}
