using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Hosting;

return await ServiceHost.RunAsync(FundingDerivativesService.Identity, FundingDerivativesService.Build, args);
