namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Ends a call with an error in Binance's words.</summary>
/// <param name="error">The error.</param>
internal sealed class ApiErrorException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
