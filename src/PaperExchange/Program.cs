using OmnipotentFutures.PaperExchange;

return await new PaperExchangeCommand().RunAsync(args);
