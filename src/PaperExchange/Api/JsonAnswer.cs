using System.Text.Encodings.Web;
using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Writes an answer as Binance does: compact, not escaping what JSON allows as it is (symbols may be Chinese, messages hold quotes).</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpResponse response, int status, Action<Utf8JsonWriter> write)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter, Options))
        {
            write(json);
            response.ContentLength = json.BytesCommitted + json.BytesPending;
        }

        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }
}
