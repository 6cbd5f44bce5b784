using OmnipotentFutures.Gateway;
using OmnipotentFutures.Hosting;

return await ServiceHost.RunAsync(GatewayService.Build(args));
