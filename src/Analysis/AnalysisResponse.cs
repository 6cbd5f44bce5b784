using System.Text.Json.Serialization;

namespace OmnipotentFutures.Analysis;

/// <summary>Answer of <c>GET /analyze/{symbol}</c>.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
/// <param name="Success">Always true.</param>
/// <param name="Data">The analysis.</param>
public sealed record AnalysisResponse<TReport>(bool Success, TReport Data);

/// <summary>Body of <c>POST /batch</c>.</summary>
/// <param name="Symbols">1 to 20 symbols, in any spelling that <c>/analyze</c> takes.</param>
public sealed record BatchRequest(IReadOnlyList<string?>? Symbols)
{
    /// <summary>Most symbols a batch may name.</summary>
    public const int MaxSymbols = 20;
}

/// <summary>Answer of <c>POST /batch</c>.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
/// <param name="Success">Always true: each symbol says for itself whether it succeeded.</param>
/// <param name="Data">The analyses.</param>
public sealed record BatchResponse<TReport>(bool Success, BatchReport<TReport> Data);

/// <summary>The analyses of a batch.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
/// <param name="Count">Symbols analysed, duplicates counted once.</param>
/// <param name="Succeeded">How many have data.</param>
/// <param name="Failed">How many have an error.</param>
/// <param name="Results">One entry a symbol, in the order asked.</param>
public sealed record BatchReport<TReport>(int Count, int Succeeded, int Failed, IReadOnlyList<BatchResult<TReport>> Results);

/// <summary>One symbol of a batch: with data or with an error.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
/// <param name="Symbol">The symbol, in the exchange's spelling where it has one.</param>
/// <param name="Success">Whether there is data.</param>
/// <param name="Data">The analysis; absent when it failed.</param>
/// <param name="Error">Why it failed; absent when it did not.</param>
public sealed record BatchResult<TReport>(
    string Symbol,
    bool Success,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TReport? Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BatchError? Error);

/// <summary>Why one symbol of a batch failed.</summary>
/// <param name="Code">Stable machine name, as in a problem document.</param>
/// <param name="Message">A sentence.</param>
public sealed record BatchError(string Code, string Message);

/// <summary>JSON metadata of what every analysis service reads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BatchRequest))]
internal sealed partial class BatchRequestJsonContext : JsonSerializerContext;
