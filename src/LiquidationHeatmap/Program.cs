using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap;

return await ServiceHost.RunAsync(LiquidationHeatmapService.Identity, LiquidationHeatmapService.Build, args);
