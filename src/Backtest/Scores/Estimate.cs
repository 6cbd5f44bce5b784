namespace OmnipotentFutures.Backtest.Scores;

/// <summary>A figure with its 95 % block-bootstrap interval.</summary>
/// <param name="Value">The figure; null where it is not defined, as a correlation of something that never changes.</param>
/// <param name="Low">2.5 % of the resamples lie below.</param>
/// <param name="High">2.5 % of the resamples lie above.</param>
public readonly record struct Estimate(double? Value, double? Low, double? High);
