using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.Analysis;

/// <summary>How an analysis is asked for.</summary>
/// <param name="Language">Language of the texts.</param>
/// <param name="Range">One of the ranges that the route was mapped with; null when none was named.</param>
public sealed record AnalysisQuery(Language Language, string? Range = null);
