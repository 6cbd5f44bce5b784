using System.CommandLine;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Backtest;

/// <summary>The command line of the backtests.</summary>
internal sealed class BacktestCommand : RootCommand
{
    private const int InvalidSetup = 2;

    public BacktestCommand()
        : base("Scores the models against what really happened, and against a simulated market whose book is known.")
    {
        Add(new LiquidationsCommand());
        Add(new SimulatedCommand());
    }

    /// <summary>Runs a backtest.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="error">Where one sentence goes when there is none.</param>
    /// <returns>The process's exit code: 2 when the command line or what it names cannot be used.</returns>
    public async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var result = Parse(args);
        if (result.Errors is [var first, ..])
        {
            await error.WriteLineAsync(first.Message);
            return InvalidSetup;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (InvalidSetupException invalid)
        {
            await error.WriteLineAsync(invalid.Message);
            return InvalidSetup;
        }
    }
}
