namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>The operator's bracket file cannot be used.</summary>
/// <param name="message">What is wrong, with the contract and the row where there is one; without a full stop.</param>
internal sealed class InvalidBracketFileException(string message) : Exception(message);
