using OmnipotentFutures.Suite;

return await new SuiteCommand().RunAsync(args);
