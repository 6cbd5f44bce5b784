using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Hosting.Problems;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>Tells contracts to be special cases, for drills. Not Binance's.</summary>
internal static class OverrideEndpoints
{
    private static readonly string[] Statuses =
        ["PENDING_TRADING", "TRADING", "PRE_DELIVERING", "DELIVERING", "DELIVERED", "PRE_SETTLE", "SETTLING", "CLOSE"];

    private static readonly int[] Intervals = [1, 2, 4, 8];

    public static void MapOverrides(this IEndpointRouteBuilder paper)
    {
        paper.MapGet("/contracts", List).WithSummary("Contracts that are told to be otherwise than their market has them");
        paper.MapPut("/contracts/{symbol}", Set).WithSummary("Tells a contract to be otherwise, in place of what it was told before");
        paper.MapDelete("/contracts/{symbol}", Remove).WithSummary("Lets a contract be as its market has it");
        paper.MapDelete("/contracts", Clear).WithSummary("Lets every contract be as its market has it");
    }

    private static Ok<ContractOverrideResponse[]> List(ContractOverrides overrides) => TypedResults.Ok(overrides.All.Select(told => told.Describe()).ToArray());

    private static Results<Ok<ContractOverrideResponse>, ProblemHttpResult> Set(
        string symbol, ContractOverrideRequest request, ContractOverrides overrides, Exchange exchange, HttpContext context)
    {
        if (exchange.Market.Find(symbol) is not { } market)
        {
            return Refuse(ErrorCodes.UnknownSymbol, StatusCodes.Status404NotFound, $"'{symbol}' is not listed here: GET /fapi/v1/exchangeInfo lists what is.");
        }

        if (Check(request, market.Instrument) is { } complaint)
        {
            return Refuse(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, complaint);
        }

        var told = new ContractOverride(symbol, exchange.Clock.Now)
        {
            Status = request.Status,
            FundingRate = request.FundingRate,
            FundingIntervalHours = request.FundingIntervalHours,
            FundingCap = request.FundingCap,
            FundingFloor = request.FundingFloor,
            Missing = (request.Missing ?? []).Select(name => ContractOverride.Parts[name]).ToHashSet(),
        };
        overrides.Set(told);
        return TypedResults.Ok(told.Describe());

        ProblemHttpResult Refuse(string code, int status, string message) => new ServiceError(code, status, message).ToProblem(context);
    }

    private static NoContent Remove(string symbol, ContractOverrides overrides)
    {
        overrides.Remove(symbol);
        return TypedResults.NoContent();
    }

    private static NoContent Clear(ContractOverrides overrides)
    {
        overrides.Clear();
        return TypedResults.NoContent();
    }

    private static string? Check(ContractOverrideRequest request, Instrument instrument)
    {
        var missing = request.Missing ?? [];
        var hasTerms = request is not { FundingRate: null, FundingIntervalHours: null, FundingCap: null, FundingFloor: null };
        return request switch
        {
            { Unknown: { Count: > 0 } unknown } =>
                $"'{unknown.First().Key}' is no override: those are status, funding_rate, funding_interval_hours, funding_cap, funding_floor and missing.",
            { Status: null } when !hasTerms && missing is [] =>
                "Nothing is overridden: give status, funding_rate, funding_interval_hours, funding_cap, funding_floor or missing.",
            { Status: { } status } when !Statuses.Contains(status) => $"The status '{status}' is not one of {string.Join(", ", Statuses)}.",
            _ when missing.Except(ContractOverride.Parts.Keys).ToList() is [var name, ..] =>
                $"'{name}' cannot be missing; what can is {string.Join(", ", ContractOverride.Parts.Keys)}.",
            _ when hasTerms && instrument.FundingIntervalHours is null => $"{instrument.Symbol} is a delivery contract: it has no funding to override.",
            { FundingRate: not (null or (>= -1 and <= 1)) } => "The funding_rate must be a fraction from -1 to 1, such as 0.0001.",
            { FundingIntervalHours: { } hours } when !Intervals.Contains(hours) => $"The funding_interval_hours must be one of {string.Join(", ", Intervals)}.",
            { FundingCap: not (null or (> 0 and <= 1)) } => "The funding_cap must be a fraction above 0 and at most 1, such as 0.02.",
            { FundingFloor: not (null or (< 0 and >= -1)) } => "The funding_floor must be a fraction below 0 and at least -1, such as -0.02.",
            { FundingRate: not null } when missing.Contains("funding_rate") => "The funding_rate cannot be given and missing at once.",
            _ => null,
        };
    }
}
