using System.Net;
using OmnipotentFutures.Load.Processes;

namespace OmnipotentFutures.Load.Drills;

/// <summary>One answer of a service in a file, for the baseline to serve.</summary>
internal sealed class KeptAnswer : IDisposable
{
    private readonly string _file = System.IO.Path.GetTempFileName();
    private string _contentType = string.Empty;
    private string? _encoding;

    private KeptAnswer()
    {
    }

    public long Length => new FileInfo(_file).Length;

    /// <exception cref="HttpRequestException">The service does not answer well.</exception>
    public static async Task<KeptAnswer> FetchAsync(Uri address, string? encoding, CancellationToken cancellationToken)
    {
        Loopback.EndPointOf(address);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var kept = new KeptAnswer
        {
            _contentType = response.Content.Headers.ContentType!.ToString(),
            _encoding = response.Content.Headers.ContentEncoding.FirstOrDefault(),
        };
        await File.WriteAllBytesAsync(kept._file, await response.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
        return kept;
    }

    /// <summary>Starts a bare server of it.</summary>
    public Task<ServiceProcess> ServeAsync(CancellationToken cancellationToken)
    {
        List<string> arguments = ["serve-bytes", "--file", _file, "--content-type", _contentType];
        if (_encoding is { } encoding)
        {
            arguments.AddRange(["--encoding", encoding]);
        }

        return ServiceProcess.StartAsync("bare Kestrel", Loopback.FreeAddress(), ProgramFiles.This, arguments, new Dictionary<string, string>(), "/", cancellationToken);
    }

    public void Dispose() => File.Delete(_file);
}
