using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OmnipotentFutures.Hosting;

namespace OmnipotentFutures.PaperExchange;

/// <summary>The paper exchange's command line.</summary>
internal sealed class PaperExchangeCommand : RootCommand
{
    /// <summary>Exit code for a command line or a market that cannot be used.</summary>
    public const int InvalidSetup = 2;

    private readonly Option<string?> _market = new("--market")
    {
        Description = "Folder of a recorded market, laid out like Binance's public archive. Without it, a market is simulated.",
        HelpName = "DIR",
    };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "Exchange time at the start: ISO 8601 (UTC unless it says otherwise) or Unix milliseconds. Default: the recording's end, or the present.",
        HelpName = "TIME",
        CustomParser = ParseTime,
    };

    private readonly Option<double> _speed = new("--speed")
    {
        Description = "Exchange seconds per second. At a recording's end the clock stands still.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = argument => Parse<double>(argument, "speed", "a number"),
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "Seed of the simulated market.",
        HelpName = "N",
        CustomParser = argument => Parse<int>(argument, "seed", "a whole number"),
    };

    public PaperExchangeCommand()
        : base("A stand-in for Binance's USDⓈ-M futures and spot market data: a recorded market, or a simulated one.")
    {
        Add(_market);
        Add(_at);
        Add(_speed);
        Add(_seed);
        SetAction((result, _) => ServeAsync(result));
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

    private Task<int> ServeAsync(ParseResult result) => ServiceHost.RunAsync(PaperExchangeService.Build(new PaperExchangeOptions
    {
        MarketFolder = result.GetValue(_market),
        StartAt = result.GetValue(_at),
        Speed = result.GetValue(_speed),
        Seed = result.GetValue(_seed),
    }));

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return InvalidSetup;
    }

    private static DateTimeOffset? ParseTime(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        argument.AddError($"The time '{text}' is neither ISO 8601, such as 2026-01-15T12:00:00Z, nor Unix milliseconds.");
        return null;
    }

    // The library's own parser reads numbers in the machine's culture and names .NET types in its complaint.
    private static T Parse<T>(ArgumentResult argument, string option, string form)
        where T : struct, ISpanParsable<T>
    {
        var text = argument.Tokens[0].Value;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        argument.AddError($"The {option} '{text}' is not {form}.");
        return default;
    }
}
