namespace OmnipotentFutures.Suite;

/// <summary>A part of the suite cannot start for a reason that the operator can mend.</summary>
/// <param name="message">One sentence that names the part, the port or setting, and a way out.</param>
/// <param name="cause">What starting threw.</param>
public sealed class SuiteStartException(string message, Exception cause) : Exception(message, cause);
