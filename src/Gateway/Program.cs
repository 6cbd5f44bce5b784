using OmnipotentFutures.Gateway;
using OmnipotentFutures.Hosting;

return await ServiceHost.RunAsync(GatewayService.Identity, GatewayService.Build, args);
