using OmnipotentFutures.Load;

return await new LoadCommand().Parse(args).InvokeAsync();
