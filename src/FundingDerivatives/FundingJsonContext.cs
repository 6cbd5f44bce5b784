using System.Text.Json.Serialization;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.History;
using OmnipotentFutures.FundingDerivatives.Screener;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>JSON metadata of what this service answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisResponse<FundingReport>))]
[JsonSerializable(typeof(BatchResponse<FundingReport>))]
[JsonSerializable(typeof(AnalysisResponse<ScreenerReport>))]
[JsonSerializable(typeof(AnalysisResponse<ExtremesReport>))]
[JsonSerializable(typeof(AnalysisResponse<HistoryReport>))]
internal sealed partial class FundingJsonContext : JsonSerializerContext;
