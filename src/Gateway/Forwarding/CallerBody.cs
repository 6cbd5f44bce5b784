using System.Net;

namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>The caller's body as the service receives it: every piece goes on as soon as it is there.</summary>
/// <param name="source">The body as it arrives.</param>
/// <param name="length">Bytes that the caller announced; null when it did not, which makes the body chunked.</param>
internal sealed class CallerBody(Stream source, long? length) : HttpContent
{
    private const int PieceBytes = 16 * 1024;

    /// <summary>How far the body has come.</summary>
    public ForwardingPhase Phase { get; private set; } = ForwardingPhase.Connecting;

    /// <summary>What reading from the caller threw; null when nothing went wrong on that side.</summary>
    public Exception? ReadFailure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceBytes];
        while (await ReadAsync(piece, cancellationToken) is > 0 and var count)
        {
            Phase = ForwardingPhase.SendingRequest;
            await stream.WriteAsync(piece.AsMemory(0, count), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }

        Phase = ForwardingPhase.AwaitingResponse;
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length.GetValueOrDefault();
        return length.HasValue;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> piece, CancellationToken cancellationToken)
    {
        Phase = ForwardingPhase.ReadingRequest;
        try
        {
            return await source.ReadAsync(piece, cancellationToken);
        }
        catch (IOException failure)
        {
            ReadFailure = failure;
            throw;
        }
    }
}
