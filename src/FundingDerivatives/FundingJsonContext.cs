using System.Text.Json.Serialization;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>JSON metadata of what this service answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisResponse<FundingReport>))]
[JsonSerializable(typeof(BatchResponse<FundingReport>))]
internal sealed partial class FundingJsonContext : JsonSerializerContext;
