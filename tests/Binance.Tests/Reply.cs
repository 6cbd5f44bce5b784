using System.Net;
using System.Text;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>Answers of the exchange and of what stands in front of it.</summary>
internal static class Reply
{
    public const string FirewallPage = "<html><head><title>403 Forbidden</title></head><body></body></html>";

    public static Func<CancellationToken, Task<HttpResponseMessage>> Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        With(status, () => new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public static Func<CancellationToken, Task<HttpResponseMessage>> Html(int status) =>
        With(status, () => new StringContent(FirewallPage, Encoding.UTF8, "text/html"));

    public static Func<CancellationToken, Task<HttpResponseMessage>> Bytes(byte[] body, int status = 200) => With(status, () => new ByteArrayContent(body));

    public static Func<CancellationToken, Task<HttpResponseMessage>> With(int status, Func<HttpContent> content, params (string Name, string Value)[] headers) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content() };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return Task.FromResult(response);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Throw(Exception failure) => _ => Task.FromException<HttpResponseMessage>(failure);

    /// <summary>No answer until the attempt is given up.</summary>
    public static async Task<HttpResponseMessage> Silence(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("An infinite wait has ended.");
    }

    /// <summary>Headers at once and then a body of which nothing comes.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> StalledBody => With(200, () => new BrokenContent(Silence));

    /// <summary>Headers at once and then a body that cannot be read.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> BrokenBody(Exception failure) =>
        With(200, () => new BrokenContent(_ => Task.FromException(failure)));

    private sealed class BrokenContent(Func<CancellationToken, Task> read) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => read(CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => read(cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
