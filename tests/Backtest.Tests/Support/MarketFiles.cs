using System.Globalization;

namespace OmnipotentFutures.Backtest.Tests.Support;

/// <summary>A recorded market in a temporary folder, which a test may spoil. Prices swing by the hour, so that something is liquidated.</summary>
internal sealed class MarketFiles : IDisposable
{
    /// <summary>2026-01-14 00:00:00 UTC.</summary>
    public const long Start = 1768348800000;
    public const long Bar = 5 * 60_000;
    public const long Hour = 12 * Bar;
    public const string Klines = "klines/BTCUSDT/5m/BTCUSDT-5m.csv";
    public const string Mark = "markPriceKlines/BTCUSDT/1h/BTCUSDT-1h.csv";
    public const string Metrics = "metrics/BTCUSDT/BTCUSDT-metrics.csv";
    public const string Realised = "realised.csv";

    public MarketFiles(int hours = 120)
    {
        Write(Klines, "open_time,open,high,low,close,volume", Enumerable.Range(0, hours * 12).Select(Kline));
        Write(Mark, "open_time,open,high,low,close", Enumerable.Range(0, hours).Select(hour => Prices(Start + (hour * Hour), 90_000, 93_000, 87_000, 90_000)));
        Write(Metrics, "create_time,symbol,sum_open_interest,sum_open_interest_value", Enumerable.Range(0, hours * 12).Select(OpenInterest));
        Write(
            Realised,
            "timestamp,liquidation_long_usd,liquidation_short_usd",
            Enumerable.Range(0, hours).Select(hour => Line(Start + (hour * Hour), 1000 + (hour % 7 * 500), 800 + (hour % 5 * 300))));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("backtest-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file.Replace('/', Path.DirectorySeparatorChar));

    public string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    /// <summary>Changes the rows of a file; the header is its first line.</summary>
    public void Change(string file, Func<List<string>, IEnumerable<string>> change) =>
        File.WriteAllLines(PathOf(file), change([.. Lines(file)]));

    /// <summary>Replaces one line, counted from 1.</summary>
    public void Replace(string file, int line, Func<string, string> change) =>
        Change(file, lines => lines.Select((text, index) => index == line - 1 ? change(text) : text));

    /// <summary>Takes columns away.</summary>
    public void Drop(string file, params string[] columns) => Change(file, lines =>
    {
        var kept = lines[0].Split(',').Index().Where(column => !columns.Contains(column.Item)).Select(column => column.Index).ToArray();
        return lines.Select(line => string.Join(',', kept.Select(index => line.Split(',')[index])));
    });

    /// <summary>Runs the backtest on it.</summary>
    public Task<Outcome> RunAsync(params string[] more) => Outcome.OfAsync(
        ["liquidations", "--market", Folder, "--symbol", "BTCUSDT", "--realised", PathOf(Realised), .. more]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Kline(int index)
    {
        var open = Price(index);
        var close = Price(index + 1);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Prices(Start + (index * Bar), open, Math.Max(open, close) + 20, Math.Min(open, close) - 20, close)},{100 + (index % 9)}");
    }

    private static double Price(int index) => 90_000 + (1500 * Math.Sin(index / 40.0)) + (400 * Math.Sin(index / 7.0));

    private static string OpenInterest(int index)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(Start + ((index + 1) * Bar));
        return string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss},BTCUSDT,{90_000 + (200 * Math.Sin(index / 25.0)):0.###},8100000000");
    }

    private static string Prices(long time, double open, double high, double low, double close) =>
        string.Create(CultureInfo.InvariantCulture, $"{time},{open:0.0},{high:0.0},{low:0.0},{close:0.0}");

    private static string Line(long time, double longs, double shorts) => string.Create(CultureInfo.InvariantCulture, $"{time},{longs},{shorts}");

    private void Write(string file, string header, IEnumerable<string> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllLines(PathOf(file), rows.Prepend(header));
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    public static async Task<Outcome> OfAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await new BacktestCommand().RunAsync(args, output, error);
        return new Outcome(code, output.ToString(), error.ToString());
    }
}
