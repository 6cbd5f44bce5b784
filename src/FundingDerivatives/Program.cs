using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Hosting;

return await ServiceHost.RunAsync(FundingDerivativesService.Build(args));
