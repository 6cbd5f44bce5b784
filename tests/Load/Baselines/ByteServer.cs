using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.Load.Baselines;

/// <summary>Kestrel and nothing else: the same bytes to whoever asks.</summary>
internal static class ByteServer
{
    public static async Task<int> RunAsync(string file, string contentType, string? encoding, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var app = Bare.Create();
        app.Run(context =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = bytes.Length;
            if (encoding is not null)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
