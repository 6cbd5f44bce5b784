using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>The clients as registered, over real sockets.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task Answer_over_HTTP_is_read_and_the_caller_introduces_itself()
    {
        string? agent = null, encodings = null;
        await using var exchange = await Listen(async context =>
        {
            (agent, encodings) = (context.Request.Headers.UserAgent, context.Request.Headers.AcceptEncoding);
            await context.Response.WriteAsync(BinanceUnderTest.TimeBody);
        });
        await using var services = Services(exchange.Urls.Single());

        var time = await services.GetRequiredService<BinanceFuturesClient>().GetTimeAsync(default);

        time.Time.ShouldBe(1789478299014);
        agent.ShouldBe("OmnipotentFutures/1.0");
        encodings.ShouldNotBeNull().ShouldContain("gzip");
    }

    [Fact]
    public async Task Body_that_is_not_compressed_as_it_says_is_malformed()
    {
        await using var exchange = await Listen(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("this is no gzip at all");
        });

        (await FailureAt(exchange.Urls.Single())).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        var requests = 0;
        await using var exchange = await Listen(context =>
        {
            Interlocked.Increment(ref requests);
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        var failure = await FailureAt(exchange.Urls.Single());

        (failure.Kind, failure.Status).ShouldBe((BinanceErrorKind.MalformedResponse, 302));
        requests.ShouldBe(1);
    }

    [Fact]
    public async Task Body_that_breaks_off_is_unavailable()
    {
        await using var exchange = await Listen(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"serverTime":""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        (await FailureAt(exchange.Urls.Single())).Kind.ShouldBe(BinanceErrorKind.Unavailable);
    }

    [Fact]
    public async Task Port_where_nobody_listens_is_unavailable()
    {
        // Bound but not listening, so that nobody else can take the port meanwhile.
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var failure = await FailureAt($"http://{reserved.LocalEndPoint}");

        (failure.Kind, failure.Status, failure.CanRetry).ShouldBe((BinanceErrorKind.Unavailable, null, true));
    }

    private static async Task<BinanceException> FailureAt(string url)
    {
        await using var services = Services(url);
        return await Should.ThrowAsync<BinanceException>(() => services.GetRequiredService<BinanceFuturesClient>().GetTimeAsync(default));
    }

    private static ServiceProvider Services(string url)
    {
        var registrations = new ServiceCollection();
        registrations.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Binance:FuturesUrl", (string?)url)])
            .Build());
        registrations.AddBinance();
        return registrations.BuildServiceProvider();
    }

    private static async Task<WebApplication> Listen(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var exchange = builder.Build();
        exchange.Run(answer);
        await exchange.StartAsync();
        return exchange;
    }
}
