using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Suite;

/// <summary>The suite's command line.</summary>
internal sealed class SuiteCommand : RootCommand
{
    private const int CannotStart = 1;
    private const int InvalidSetup = 2;

    // One line a request is for the log files; the console keeps its first page and shows what goes wrong.
    private static readonly string[] Settings = ["--LOG_CONSOLE_LEVEL=Warning"];

    private readonly Option<bool> _paper = new("--paper") { Description = "Run on a simulated market instead of Binance." };

    private readonly MarketCommandLine _market = new();

    private readonly Option<SuitePorts> _ports = new("--port")
    {
        Description = "Another port for a part, such as --port gateway=8080. Parts: gateway, liquidation, funding, paper. May be repeated.",
        HelpName = "PART=PORT",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => new SuitePorts(),
        CustomParser = ParsePorts,
    };

    public SuiteCommand()
        : base("Omnipotent Futures: every service in one process, on live Binance data, or on the paper exchange with --paper or --market.")
    {
        Add(_paper);
        _market.AddTo(this);
        Add(_ports);
        SetAction(ServeAsync);
    }

    /// <summary>Serves until told to stop.</summary>
    /// <returns>The process's exit code: 1 when a part cannot listen, 2 when the command line or the market cannot be used.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var result = Parse(args);
        if (result.Errors is [var error, ..])
        {
            return await RefuseAsync(error.Message, InvalidSetup);
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (InvalidSetupException invalid)
        {
            return await RefuseAsync(invalid.Message, InvalidSetup);
        }
        catch (SuiteStartException failure)
        {
            return await RefuseAsync(failure.Message.Replace("ASPNETCORE_URLS", "--port", StringComparison.Ordinal), CannotStart);
        }
    }

    private async Task<int> ServeAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = result.GetValue(_paper) || _market.IsUsed(result) ? _market.Read(result) : null;
        await using var suite = await RunningSuite.StartAsync(result.GetValue(_ports)!, options, Settings, cancellationToken);
        await Console.Out.WriteLineAsync(Welcome.Write(suite, options));
        await suite.WaitForShutdownAsync();
        await Console.Out.WriteLineAsync("Stopped.");
        return 0;
    }

    private static SuitePorts? ParsePorts(ArgumentResult argument)
    {
        var chosen = new SuitePorts();
        foreach (var token in argument.Tokens)
        {
            var (part, port) = token.Value.Split('=') is [var name, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                && parsed is >= 1 and <= 65535 ? (name, parsed) : (string.Empty, 0);
            SuitePorts? next = part switch
            {
                "gateway" => chosen with { Gateway = port },
                "liquidation" => chosen with { LiquidationHeatmap = port },
                "funding" => chosen with { FundingDerivatives = port },
                "paper" => chosen with { PaperExchange = port },
                _ => null,
            };
            if (next is null)
            {
                argument.AddError($"'{token.Value}' is not a port of a part: write gateway=8080; parts are gateway, liquidation, funding and paper, ports 1 to 65535.");
                return null;
            }

            chosen = next;
        }

        return chosen;
    }

    private static async Task<int> RefuseAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
