using System.Net;
using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.Load.Baselines;

/// <summary>The least that a proxy can do: ask one address with one client and copy status, content type and bytes.</summary>
internal static class ProxyServer
{
    public static async Task<int> RunAsync(Uri target)
    {
        Loopback.EndPointOf(target);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseProxy = false, UseCookies = false });
        var app = Bare.Create();
        app.Run(async context =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            if (context.Request.Headers.AcceptEncoding is [{ } accepted])
            {
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.ContentLength = response.Content.Headers.ContentLength;
            if (response.Content.Headers.ContentEncoding.FirstOrDefault() is { } encoding)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
