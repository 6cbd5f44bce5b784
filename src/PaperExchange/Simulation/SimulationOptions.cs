namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What a simulated market is made from. The same options give the same market, tick for tick.</summary>
public sealed record SimulationOptions
{
    /// <summary>Chooses one of many possible histories.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The exchange's time when it starts, Unix ms. History reaches up to it and goes on after it.</summary>
    public required long Now { get; init; }

    /// <summary>At least this many days of history before <see cref="Now"/>, 1 to 365. History always begins on the first day of a
    /// calendar month (UTC), so that a restart later in the month tells the same story.</summary>
    public int HistoryDays { get; init; } = 30;

    /// <summary>How many contracts to list, <see cref="FewestContracts"/> to <see cref="MostContracts"/>: those beyond the catalogue's are
    /// generated, and were listed one to four days before <see cref="Now"/>. Null lists the catalogue.</summary>
    public int? Contracts { get; init; }

    /// <summary>Fewest <see cref="Contracts"/>.</summary>
    public const int FewestContracts = 50;

    /// <summary>Most <see cref="Contracts"/>.</summary>
    public const int MostContracts = 2_000;
}
