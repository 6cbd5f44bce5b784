using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.Analysis.Answers;

/// <summary>What came of one symbol of a batch.</summary>
/// <param name="Symbol">The symbol as asked for, in the exchange's spelling where it has one.</param>
/// <param name="Outcome">Its answer or error.</param>
internal sealed record BatchEntry(string Symbol, AnswerOutcome Outcome);

/// <summary>Answers of several symbols in one, each as it is kept: <see cref="BatchResponse{TReport}"/> on the wire.</summary>
internal sealed class BatchAnswer(IReadOnlyList<BatchEntry> entries, Language language) : IResult
{
    private const int EchoedLength = 50;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var encoder = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.Encoder;
        response.ContentType = "application/json; charset=utf-8";
        httpContext.SetLanguage(language);
        await using (var json = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = encoder, SkipValidation = true }))
        {
            Write(json);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json)
    {
        var succeeded = entries.Count(entry => entry.Outcome.Answer is not null);
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartObject("data");
        json.WriteNumber("count", entries.Count);
        json.WriteNumber("succeeded", succeeded);
        json.WriteNumber("failed", entries.Count - succeeded);
        json.WriteStartArray("results");
        foreach (var entry in entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BatchEntry entry)
    {
        json.WriteStartObject();
        if (entry.Outcome.Answer is { } answer)
        {
            json.WriteString("symbol", entry.Symbol);
            json.WriteBoolean("success", true);
            json.WritePropertyName("data");
            json.WriteRawValue(answer.Report.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteString("symbol", Echo(entry.Symbol));
            json.WriteBoolean("success", false);
            json.WriteStartObject("error");
            json.WriteString("code", entry.Outcome.Error!.Code);
            json.WriteString("message", entry.Outcome.Error.Message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Echo(string symbol)
    {
        if (symbol.Length <= EchoedLength)
        {
            return symbol;
        }

        // Half of a surrogate pair is no character.
        var length = char.IsHighSurrogate(symbol[EchoedLength - 1]) ? EchoedLength - 1 : EchoedLength;
        return symbol[..length] + "…";
    }
}
