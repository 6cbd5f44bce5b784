using System.CommandLine;
using OmnipotentFutures.Dashboard.Tests.Support;
using OmnipotentFutures.Load.Baselines;
using OmnipotentFutures.Load.Drills;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load;

/// <summary>The load tool's command line. Every run ends by itself; the exit code is 0 when every required figure was reached, else 1.</summary>
internal sealed class LoadCommand : RootCommand
{
    private readonly Option<int> _rounds = new("--rounds") { Description = "Rounds of each side of a comparison.", DefaultValueFactory = _ => 5 };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Length of a round, seconds.", DefaultValueFactory = _ => 3 };
    private readonly Option<double> _minutes = new("--minutes") { Description = "Length of the mixed load with the exchange failing, minutes.", DefaultValueFactory = _ => 10 };
    private readonly Option<int> _perSecond = new("--per-second") { Description = "Requests per second of the mixed load.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _latency = new("--latency-ms") { Description = "Latency added to half of the exchange's answers in the mixed load, ms." };

    public LoadCommand()
        : base("Measures the suite on this machine beside bare baselines. Starts and ends what it measures; speaks to loopback only.")
    {
        AtLeast(_rounds, 1);
        AtLeast(_seconds, 0.1);
        AtLeast(_minutes, 0.1);
        AtLeast(_perSecond, 1);
        AtLeast(_latency, 0);

        Add(Drill("warm", "Warm /analyze of each service beside bare Kestrel with the same bytes.", WarmAsync, _rounds, _seconds));
        Add(Drill("gateway", "The same through the gateway beside a bare proxy hop.", GatewayAsync, _rounds, _seconds));
        Add(Drill("cold", "1,000 callers of one cold symbol beside one caller.", (_, token) => ColdDrill.RunAsync(token)));
        Add(Drill("mixed", "A mixed crowd while the exchange fails a third of the time.", MixedAsync, _minutes, _perSecond, _latency));
        Add(Drill("recovery", "The exchange is killed and comes back.", (_, token) => RecoveryDrill.RunAsync(token)));
        Add(Drill("start", "From process start to ready.", (_, token) => StartDrill.RunAsync(token)));
        Add(Page());
        Add(Drill("all", "All of them but page, one after the other.", AllAsync, _rounds, _seconds, _minutes, _perSecond, _latency));
        Add(ServeBytes());
        Add(ServeProxy());
    }

    private static void AtLeast<T>(Option<T> option, T least)
        where T : IComparable<T> => option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>()!.CompareTo(least) < 0)
            {
                result.AddError($"{option.Name} must be at least {least}.");
            }
        });

    private static Command Drill(string name, string description, Func<ParseResult, CancellationToken, Task<IReadOnlyList<Figure>>> run, params Option[] options)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (result, cancellationToken) =>
        {
            var figures = await run(result, cancellationToken);
            FigureTable.Write(Console.Out, figures);
            return figures.All(figure => figure.IsReached) ? 0 : 1;
        });
        return command;
    }

    private static Command Page()
    {
        var command = Drill("page", "The dashboard in Chromium: how soon, how smooth, how heavy.", (_, token) => PageDrill.RunAsync(token));
        command.Validators.Add(result =>
        {
            if (Programs.MissingForBrowser is { } missing)
            {
                result.AddError(missing);
            }
        });
        return command;
    }

    private RoundPlan Rounds(ParseResult result) => new(result.GetValue(_rounds), TimeSpan.FromSeconds(result.GetValue(_seconds)));

    private Task<IReadOnlyList<Figure>> WarmAsync(ParseResult result, CancellationToken cancellationToken) => WarmDrill.RunAsync(Rounds(result), cancellationToken);

    private Task<IReadOnlyList<Figure>> GatewayAsync(ParseResult result, CancellationToken cancellationToken) => GatewayDrill.RunAsync(Rounds(result), cancellationToken);

    private Task<IReadOnlyList<Figure>> MixedAsync(ParseResult result, CancellationToken cancellationToken) =>
        MixedDrill.RunAsync(new(result.GetValue(_minutes), result.GetValue(_perSecond), result.GetValue(_latency)), cancellationToken);

    private async Task<IReadOnlyList<Figure>> AllAsync(ParseResult result, CancellationToken cancellationToken) =>
    [
        .. await StartDrill.RunAsync(cancellationToken),
        .. await WarmAsync(result, cancellationToken),
        .. await GatewayAsync(result, cancellationToken),
        .. await ColdDrill.RunAsync(cancellationToken),
        .. await RecoveryDrill.RunAsync(cancellationToken),
        .. await MixedAsync(result, cancellationToken),
    ];

    private static Command ServeBytes()
    {
        var file = new Option<string>("--file") { Required = true };
        var contentType = new Option<string>("--content-type") { Required = true };
        var encoding = new Option<string?>("--encoding");
        var command = new Command("serve-bytes", "The baseline of warm: a file's bytes at ASPNETCORE_URLS.") { Hidden = true };
        command.Add(file);
        command.Add(contentType);
        command.Add(encoding);
        command.SetAction((result, cancellationToken) =>
            ByteServer.RunAsync(result.GetRequiredValue(file), result.GetRequiredValue(contentType), result.GetValue(encoding), cancellationToken));
        return command;
    }

    private static Command ServeProxy()
    {
        var target = new Option<Uri>("--target") { Required = true, CustomParser = argument => new Uri(argument.Tokens[0].Value) };
        var command = new Command("serve-proxy", "The baseline of gateway: one address's answer, fetched anew for every caller.") { Hidden = true };
        command.Add(target);
        command.SetAction((result, _) => ProxyServer.RunAsync(result.GetRequiredValue(target)));
        return command;
    }
}
