using System.CommandLine;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.Hosting.Health;

namespace OmnipotentFutures.PaperExchange;

/// <summary>The paper exchange's command line.</summary>
internal sealed class PaperExchangeCommand : RootCommand
{
    /// <summary>Exit code for a command line or a market that cannot be used.</summary>
    public const int InvalidSetup = 2;

    private readonly MarketCommandLine _market = new();

    private readonly Option<bool> _healthCheck = new(HealthProbe.Argument)
    {
        Description = "Ask the paper exchange that runs on this machine whether it is ready, instead of serving: exit code 0 or 1.",
    };

    public PaperExchangeCommand()
        : base("A stand-in for Binance's USDⓈ-M futures and spot market data: a recorded market, or a simulated one.")
    {
        _market.AddTo(this);
        Add(_healthCheck);
        SetAction((result, _) => result.GetValue(_healthCheck) ? HealthProbe.RunAsync(PaperExchangeService.Identity) : ServeAsync(result));
    }

    /// <summary>Serves until told to stop.</summary>
    /// <returns>The process's exit code: 2 with one sentence on standard error when it cannot start as asked.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var result = Parse(args);
        if (result.Errors is [var error, ..])
        {
            return await RefuseAsync(error.Message);
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InvalidSetupException invalid)
        {
            return await RefuseAsync(invalid.Message);
        }
    }

    private Task<int> ServeAsync(ParseResult result) => ServiceHost.RunAsync(PaperExchangeService.Identity, () => PaperExchangeService.Build(_market.Read(result)));

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return InvalidSetup;
    }
}
