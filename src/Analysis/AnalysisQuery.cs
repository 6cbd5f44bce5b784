using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.Analysis;

/// <summary>How an analysis is asked for.</summary>
/// <param name="Language">Language of the texts.</param>
/// <param name="Range">One of the ranges that the route was mapped with; null when none was named.</param>
/// <param name="Together">How many contracts are asked for in one call: of many, one list of the whole market costs less than an answer each.</param>
public sealed record AnalysisQuery(Language Language, string? Range = null, int Together = 1);
