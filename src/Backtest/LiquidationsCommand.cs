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

    private readonly Option<string?> _brackets = new("--brackets")
    {
        Description = "The contract's brackets, in the shape of Binance's signed leverageBracket answer; built-in ones without.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _fit = new("--fit") { Description = "Fit the parameters to the first 60 % of hours; the shipped ones are scored without." };

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
        Add(_brackets);
        Add(_fit);
        Add(_predictions);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var history = History.Read(result.GetRequiredValue(_market), result.GetRequiredValue(_symbol));
        var split = HourSplit.Of(history.Hours, RealisedVolumes.Read(result.GetRequiredValue(_realised)));
        var brackets = result.GetValue(_brackets) is { } table ? (BracketsFile.Read(table, history.Symbol), false) : BuiltInBrackets.For(history.Symbol);
        var fits = result.GetValue(_fit) ? LiquidationsBacktest.Fit(history, split, brackets.Item1) : [];
        var backtest = LiquidationsBacktest.Run(
            history, split, fits is [var best, ..] ? best.Parameters : BookParameters.Default, fits is [var fit, ..] ? fit.Cascade : CascadeProbability.Default, brackets);
        var report = backtest.Report with { Fits = fits };
        if (result.GetValue(_predictions) is { } file)
        {
            await PredictionsFile.WriteAsync(file, backtest.Predictions, cancellationToken);
        }

        await result.InvocationConfiguration.Output.WriteLineAsync(
            result.GetValue(_json) ? ReportJson.Write(report) : ReportText.Write(report));
    }
}
