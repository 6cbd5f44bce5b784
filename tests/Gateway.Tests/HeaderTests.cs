using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class HeaderTests
{
    private const string Path = "/api/liquidation-heatmap/x";

    [Fact]
    public async Task Headers_of_the_callers_connection_end_at_the_gateway()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        await RawConnection.ExchangeAsync(gateway.Address, $"""
            GET {Path} HTTP/1.0
            Host: public.example:8080
            Connection: X-Secret , x-other
            X-Secret: 1
            X-Other: 2
            Keep-Alive: timeout=5
            Proxy-Authorization: Basic abc
            Proxy-Connection: keep-alive
            TE: trailers
            Trailer: X-Sum
            Upgrade: websocket
            HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA
            Expect: 100-continue
            X-Kept: yes
            Authorization: Bearer token
            If-None-Match: "v1"
            Accept-Encoding: br


            """.ReplaceLineEndings("\r\n"));

        var headers = service.OnlyRequest.Headers;
        headers.Keys.ShouldBe(
            [
                "Accept-Encoding", "Authorization", "Host", "If-None-Match", "X-Kept",
                "traceparent", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-ID",
            ],
            ignoreOrder: true);
        headers["Host"].ShouldBe(new Uri(service.Url).Authority);
        headers["X-Kept"].ShouldBe("yes");
        headers["Authorization"].ShouldBe("Bearer token");
        headers["If-None-Match"].ShouldBe("\"v1\"");
        headers["Accept-Encoding"].ShouldBe("br");
    }

    [Fact]
    public async Task Service_learns_who_called_and_not_what_the_caller_claims()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Host = "public.example:8080" } };
        request.Headers.Add("X-Forwarded-For", "6.6.6.6");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Forwarded", "for=6.6.6.6");

        using var response = await gateway.Client.SendAsync(request);

        var headers = service.OnlyRequest.Headers;
        headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        headers["X-Forwarded-Host"].ShouldBe("public.example:8080");
        headers["X-Forwarded-Proto"].ShouldBe("http");
        headers.Keys.ShouldNotContain("Forwarded");
    }

    [Fact]
    public async Task Headers_of_the_services_connection_end_at_the_gateway_and_all_others_pass()
    {
        await using var service = new RawService("""
            HTTP/1.1 503 Busy
            Connection: close, X-Secret
            X-Secret: 1
            Keep-Alive: timeout=5
            Proxy-Authenticate: Basic
            Trailer: X-Sum
            Upgrade: h2c
            Alt-Svc: h3=":443"
            Cache-Control: public, max-age=5
            ETag: "v2"
            Retry-After: 7
            Vary: Accept-Language
            Vary: Accept-Encoding
            Set-Cookie: a=1
            Set-Cookie: b=2
            Content-Language: tr
            Content-Length: 2

            {}
            """.ReplaceLineEndings("\r\n"));
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={service.Url}"]);

        using var response = await gateway.Client.GetAsync(Path);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.Concat(response.Content.Headers).Select(header => header.Key).ShouldBe(
            [
                "Cache-Control", "Content-Language", "Content-Length", "Date", "ETag", "Retry-After", "Set-Cookie", "Vary", "X-Request-ID",
                "Content-Security-Policy", "Cross-Origin-Resource-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options",
            ],
            ignoreOrder: true);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=5");
        response.Headers.ETag!.ToString().ShouldBe("\"v2\"");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        response.Headers.Vary.ShouldBe(["Accept-Language", "Accept-Encoding"]);
        response.Headers.GetValues("Set-Cookie").ShouldBe(["a=1", "b=2"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe("{}");
    }

    [Fact]
    public async Task Not_modified_passes_without_a_body()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = context.Request.Headers.IfNoneMatch;
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("If-None-Match", "\"v1\"");

        using var response = await gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        response.Headers.ETag!.ToString().ShouldBe("\"v1\"");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirect_is_the_callers_to_follow_and_cookies_are_nobodys_to_keep()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.Cookies.Append("session", "1");
            context.Response.Redirect("elsewhere");
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var first = await gateway.Client.GetAsync(Path);
        using var second = await gateway.Client.GetAsync(Path);

        first.StatusCode.ShouldBe(HttpStatusCode.Found);
        first.Headers.Location!.ToString().ShouldBe("elsewhere");
        service.Seen.Count.ShouldBe(2);
        service.Seen.ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Compressed_body_passes_as_it_is()
    {
        byte[] body = [0x1f, 0x8b, 1, 2, 3];
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(body);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path);

        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task Header_values_pass_byte_for_byte_whatever_their_encoding()
    {
        var utf8 = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("币安"));
        await using var service = new RawService($"HTTP/1.1 200 OK\r\nConnection: close\r\nX-Answer: {utf8}\r\nX-Latin: \u00fc\r\nContent-Length: 0\r\n\r\n");
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={service.Url}"]);

        var answer = await RawConnection.ExchangeAsync(
            gateway.Address, $"GET {Path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Question: {utf8}\u00fc\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 200 ");
        answer.ShouldContain($"X-Answer: {utf8}\r\n");
        answer.ShouldContain("X-Latin: \u00fc\r\n");
    }

    [Fact]
    public async Task Callers_length_beside_a_transfer_encoding_is_dropped()
    {
        var body = new TaskCompletionSource<string>();
        await using var service = await StandIn.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            body.SetResult(await reader.ReadToEndAsync());
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        await RawConnection.ExchangeAsync(
            gateway.Address,
            $"POST {Path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        (await body.Task.WaitAsync(RunningGateway.Patience)).ShouldBe("hello");
        var seen = service.OnlyRequest.Headers;
        seen.Keys.ShouldNotContain("Content-Length");
        seen["Transfer-Encoding"].ShouldBe("chunked");
    }

    [Fact]
    public async Task Services_length_beside_a_transfer_encoding_is_dropped()
    {
        await using var service = new RawService(
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={service.Url}"]);

        using var response = await gateway.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);

        response.Content.Headers.ContentLength.ShouldBeNull();
        (await response.Content.ReadAsStringAsync()).ShouldBe("hello");
    }

    [Fact]
    public async Task Caller_gateway_and_service_share_the_request_id()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.Headers["X-Request-ID"] = "the-service-s-own";
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("X-Request-ID", "order-42");

        using var response = await gateway.Client.SendAsync(request);

        service.OnlyRequest.Headers["X-Request-ID"].ShouldBe("order-42");
        response.Headers.GetValues("X-Request-ID").ShouldBe(["order-42"]);
    }

    [Fact]
    public async Task Request_id_that_could_forge_a_log_line_is_replaced_for_the_service_too()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("X-Request-ID", "a b; c=<script>");

        using var response = await gateway.Client.SendAsync(request);

        var id = response.Headers.GetValues("X-Request-ID").ShouldHaveSingleItem();
        id.ShouldNotContain("script");
        service.OnlyRequest.Headers["X-Request-ID"].ShouldBe(id);
    }

    [Fact]
    public async Task Trace_goes_on_through_the_gateway_as_a_step_of_its_own()
    {
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        const string callersSpan = "b7ad6b7169203331";
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("traceparent", $"00-{trace}-{callersSpan}-01");
        request.Headers.Add("tracestate", "vendor=value");

        using var response = await gateway.Client.SendAsync(request);

        var parent = service.OnlyRequest.Headers["traceparent"].Split('-');
        parent[1].ShouldBe(trace);
        parent[2].ShouldNotBe(callersSpan);
        service.OnlyRequest.Headers["tracestate"].ShouldBe("vendor=value");
    }

    [Fact]
    public async Task Trace_id_of_a_failure_is_the_trace_that_the_caller_began()
    {
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        await using var gateway = await RunningGateway.StartAsync(["--LIQUIDATION_SERVICE_URL=http://127.0.0.1:1"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");

        using var response = await gateway.Client.SendAsync(request);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadGateway, "upstream_unavailable");
        problem.GetProperty("trace_id").GetString().ShouldBe(trace);
    }
}
