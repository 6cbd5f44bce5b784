using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OmnipotentFutures.Backtest.Report;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest;

/// <summary>Holds the liquidation model's book against the true book of a simulated market.</summary>
internal sealed class SimulatedCommand : Command
{
    private readonly Option<string> _symbol = new("--symbol")
    {
        Description = "A contract of the simulated market.",
        HelpName = "SYMBOL",
        DefaultValueFactory = _ => "BTCUSDT",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Seed of the simulated market.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = argument => Parse(argument, "seed", int.MinValue, int.MaxValue),
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = "Days of history that the book is built from.",
        HelpName = "N",
        DefaultValueFactory = _ => 30,
        CustomParser = argument => Parse(argument, "number of days", SimulatedBacktest.FewestDays, SimulatedBacktest.MostDays),
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the report as one JSON document." };

    public SimulatedCommand()
        : base("simulated", "Score the liquidation model's book against the true book of a simulated market.")
    {
        Add(_symbol);
        Add(_seed);
        Add(_days);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var report = SimulatedBacktest.Run(
            result.GetRequiredValue(_symbol), result.GetValue(_seed), result.GetValue(_days), BookParameters.Default);
        await result.InvocationConfiguration.Output.WriteLineAsync(
            result.GetValue(_json) ? ReportJson.Write(report) : ReportText.Write(report));
    }

    private static int Parse(ArgumentResult argument, string option, int lowest, int highest)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest)
        {
            return value;
        }

        argument.AddError($"The {option} '{text}' is not a whole number from {lowest} to {highest}.");
        return default;
    }
}
