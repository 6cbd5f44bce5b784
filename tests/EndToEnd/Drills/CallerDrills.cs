using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>Callers who hold connections: slow ones and many idle ones. The others do not notice.</summary>
public sealed class CallerDrills(SimulatedSuite simulated) : IClassFixture<SimulatedSuite>
{
    private const int Slow = 20;
    private const int Idle = 500;
    private static readonly TimeSpan Trickle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SuiteUnderTest _suite = simulated.Suite;

    private Uri[] Parts => [_suite.Gateway, _suite.LiquidationHeatmap, _suite.FundingDerivatives];

    [Fact]
    public Task Headers_that_never_end_are_cut_off() => DrillAsync(
        _ => "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        answer => (answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal)).ShouldBeTrue(answer));

    [Fact]
    public Task A_body_that_never_ends_is_answered_with_408() => DrillAsync(
        part => $"POST {(part == _suite.Gateway ? "/api/funding-derivatives" : "/batch")} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n",
        answer =>
        {
            answer.ShouldStartWith("HTTP/1.1 408 ");
            answer.ShouldContain("\"code\":\"request_timeout\"");
            answer.ShouldContain("\"detail\":\"");
        });

    [Fact]
    public async Task Five_hundred_idle_connections_are_in_nobodys_way()
    {
        List<Socket> idle = [];
        try
        {
            foreach (var part in Parts)
            {
                for (var count = 0; count < Idle; count++)
                {
                    idle.Add(await ConnectAsync(part));
                    // Some have begun to say something.
                    if (count % 2 == 0)
                    {
                        await idle[^1].SendAsync("GET /"u8.ToArray());
                    }
                }
            }

            await OthersAreAnsweredAsync();
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }

        await OthersAreAnsweredAsync();
    }

    private async Task DrillAsync(Func<Uri, string> beginningFor, Action<string> check)
    {
        var slow = Task.WhenAll(Parts.SelectMany(part => Enumerable.Range(0, Slow).Select(_ => TrickleAsync(part, beginningFor(part)))));
        using var timer = new PeriodicTimer(Trickle);
        while (!slow.IsCompleted)
        {
            await OthersAreAnsweredAsync();
            await timer.WaitForNextTickAsync();
        }

        foreach (var answer in await slow)
        {
            check(answer);
        }

        await OthersAreAnsweredAsync();
    }

    private async Task OthersAreAnsweredAsync()
    {
        await _suite.GetAsync(_suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT");
        await _suite.GetAsync(_suite.Gateway, "/api/funding-derivatives?symbol=BTCUSDT");
    }

    // A byte at a time, until the server has had enough. What it said, or nothing where it only hung up.
    private static async Task<string> TrickleAsync(Uri part, string beginning)
    {
        using var socket = await ConnectAsync(part);
        await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
        using var limit = new CancellationTokenSource(Patience);
        var answer = ReadAsync(socket, limit.Token);
        using var timer = new PeriodicTimer(Trickle);
        while (!answer.IsCompleted)
        {
            try
            {
                await socket.SendAsync(" "u8.ToArray(), limit.Token);
            }
            catch (SocketException)
            {
                // Hung up on; the reader has what was said before.
                break;
            }

            await Task.WhenAny(answer, timer.WaitForNextTickAsync(limit.Token).AsTask());
        }

        return await answer;
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var received)
            {
                length += received;
            }
        }
        catch (SocketException)
        {
            // Reset: bytes of ours were still on their way.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task<Socket> ConnectAsync(Uri part)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(part.Authority));
        return socket;
    }
}
