using OmnipotentFutures.Backtest;

return await new BacktestCommand().RunAsync(args, Console.Out, Console.Error);
