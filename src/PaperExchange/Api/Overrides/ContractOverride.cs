using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>What a contract is told to be in place of what its market says.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Since">When it was told so, exchange time, Unix ms.</param>
internal sealed record ContractOverride(string Symbol, long Since)
{
    /// <summary>Names of what can be missing, as clients write them.</summary>
    public static IReadOnlyDictionary<string, ContractPart> Parts { get; } =
        Enum.GetValues<ContractPart>().ToDictionary(part => JsonNamingPolicy.SnakeCaseLower.ConvertName(part.ToString()));

    /// <summary>Listing status; null leaves it as it is.</summary>
    public string? Status { get; init; }

    /// <summary>Running funding estimate, a fraction; null leaves it as it is.</summary>
    public decimal? FundingRate { get; init; }

    /// <summary>Hours between settlements; null leaves them as they are.</summary>
    public int? FundingIntervalHours { get; init; }

    /// <summary>Highest funding rate, a fraction; null leaves it as it is.</summary>
    public decimal? FundingCap { get; init; }

    /// <summary>Lowest funding rate, a fraction; null leaves it as it is.</summary>
    public decimal? FundingFloor { get; init; }

    /// <summary>What is missing.</summary>
    public IReadOnlySet<ContractPart> Missing { get; init; } = new HashSet<ContractPart>();

    /// <summary>Whether something is missing.</summary>
    public bool Lacks(ContractPart part) => Missing.Contains(part);

    public ContractOverrideResponse Describe() => new(
        Symbol, Since, Status, FundingRate, FundingIntervalHours, FundingCap, FundingFloor, [.. Parts.Where(part => Lacks(part.Value)).Select(part => part.Key)]);
}
