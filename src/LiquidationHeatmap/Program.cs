using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap;

return await ServiceHost.RunAsync(LiquidationHeatmapService.Build(args));
