using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OmnipotentFutures.PaperExchange;

/// <summary>The options by which a command line says what the paper exchange serves.</summary>
public sealed class MarketCommandLine
{
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

    private readonly Option<int?> _contracts = new("--contracts")
    {
        Description = "How many contracts the simulated market lists, such as 900. Default: the few dozen of its catalogue.",
        HelpName = "N",
        CustomParser = argument => Parse<int>(argument, "number of contracts", "a whole number"),
    };

    /// <summary>Makes a command take the options.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Add(_market);
        command.Add(_at);
        command.Add(_speed);
        command.Add(_seed);
        command.Add(_contracts);
    }

    /// <summary>Whether any of the options was given.</summary>
    /// <param name="result">A parsed command line.</param>
    /// <returns>True when one was.</returns>
    public bool IsUsed(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Option[] { _market, _at, _speed, _seed, _contracts }.Any(option => result.GetResult(option) is { Implicit: false });
    }

    /// <summary>Reads the options.</summary>
    /// <param name="result">A parsed command line without errors.</param>
    /// <returns>What to serve; not yet validated.</returns>
    public PaperExchangeOptions Read(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new PaperExchangeOptions
        {
            MarketFolder = result.GetValue(_market),
            StartAt = result.GetValue(_at),
            Speed = result.GetValue(_speed),
            Seed = result.GetValue(_seed),
            Contracts = result.GetValue(_contracts),
        };
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
