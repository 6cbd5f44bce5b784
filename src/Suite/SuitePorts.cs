using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
using OmnipotentFutures.LiquidationHeatmap;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Suite;

/// <summary>Where the parts of the suite listen on localhost; 0 takes any free port.</summary>
public sealed record SuitePorts
{
    /// <summary>The gateway's port.</summary>
    public int Gateway { get; init; } = GatewayService.Identity.Port;

    /// <summary>The liquidation heatmap's port.</summary>
    public int LiquidationHeatmap { get; init; } = LiquidationHeatmapService.Identity.Port;

    /// <summary>The funding and derivatives service's port.</summary>
    public int FundingDerivatives { get; init; } = FundingDerivativesService.Identity.Port;

    /// <summary>The paper exchange's port.</summary>
    public int PaperExchange { get; init; } = PaperExchangeService.Identity.Port;

    /// <summary>Any free ports.</summary>
    public static SuitePorts Any { get; } = new() { Gateway = 0, LiquidationHeatmap = 0, FundingDerivatives = 0, PaperExchange = 0 };
}
