namespace OmnipotentFutures.PaperExchange;

/// <summary>What was asked for cannot be done with what is there: a bad option, a missing folder or a bad row. The message is one sentence for people.</summary>
/// <param name="message">What is wrong and what is allowed; for a row also its file and line.</param>
public sealed class InvalidSetupException(string message) : Exception(message);
