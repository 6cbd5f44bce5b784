using System.CommandLine;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Report;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest;

/// <summary>Scores the liquidation model on a recorded market.</summary>
internal sealed class LiquidationsCommand : Command
{
    private readonly Option<string> _market = new("--market")
    {
        Description = "Folder of a recorded market, laid out like Binance's public archive.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _symbol = new("--symbol") { Description = "The contract, such as BTCUSDT.", HelpName = "SYMBOL", Required = true };

    private readonly Option<string> _realised = new("--realised")
    {
        Description = "What was really liquidated: CSV with timestamp (start of the hour, Unix ms), liquidation_long_usd, liquidation_short_usd.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _predictions = new("--predictions")
    {
        Description = "Write timestamp,long_usd,short_usd of every hour of the recording to a CSV file.",
        HelpName = "OUT.csv",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the report as one JSON document." };

    public LiquidationsCommand()
        : base("liquidations", "Score the liquidation model against what was really liquidated, beside baselines.")
    {
        Add(_market);
        Add(_symbol);
        Add(_realised);
        Add(_predictions);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var history = History.Read(result.GetRequiredValue(_market), result.GetRequiredValue(_symbol));
        var split = HourSplit.Of(history.Hours, RealisedVolumes.Read(result.GetRequiredValue(_realised)));
        var backtest = LiquidationsBacktest.Run(history, split, BookParameters.Default, BuiltInBrackets.For(history.Symbol));
        if (result.GetValue(_predictions) is { } file)
        {
            await PredictionsFile.WriteAsync(file, backtest.Predictions, cancellationToken);
        }

        await result.InvocationConfiguration.Output.WriteLineAsync(
            result.GetValue(_json) ? ReportJson.Write(backtest.Report) : ReportText.Write(backtest.Report));
    }
}
