using System.Diagnostics;
using System.Net;

namespace OmnipotentFutures.Load.Processes;

/// <summary>A web program on a loopback address.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ChildProcess _process;
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    private ServiceProcess(string name, Uri address, ChildProcess process) => (Name, Address, _process) = (name, address, process);

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan StartedWithin { get; private set; }

    public double ResidentMegabytes => _process.ResidentMegabytes();

    /// <summary>Starts a program and waits until a path of it answers 200.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer within a minute.</exception>
    public static async Task<ServiceProcess> StartAsync(
        string name,
        Uri address,
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string readyPath,
        CancellationToken cancellationToken)
    {
        Loopback.EndPointOf(address);
        var settings = new Dictionary<string, string>(environment) { ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority) };
        var service = new ServiceProcess(name, address, ChildProcess.Start(program, arguments, settings));
        try
        {
            await service.UntilReadyAsync(readyPath, cancellationToken);
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private async Task UntilReadyAsync(string path, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var timer = new PeriodicTimer(Pause);
        while (!await AnswersAsync(client, path, cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(_startedAt) > Patience)
            {
                throw new InvalidOperationException($"{Name} {(_process.HasExited ? "ended at its start" : $"did not answer {path} within {Patience.TotalSeconds} s")}.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        StartedWithin = Stopwatch.GetElapsedTime(_startedAt);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return response.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }
}
