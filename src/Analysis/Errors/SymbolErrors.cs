using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis.Errors;

/// <summary>What callers are told about symbols that cannot be analysed.</summary>
internal static class SymbolErrors
{
    public static ServiceError Invalid { get; } = new(
        ErrorCodes.InvalidSymbol,
        StatusCodes.Status400BadRequest,
        $"This is not a symbol. A symbol is 1 to {SymbolName.MaxLength} letters and digits, such as BTCUSDT, btc/usdt or BTCUSDT_261225.");

    public static ServiceError Unknown(SymbolName symbol, SymbolList listed)
    {
        var closest = listed.Closest(symbol);
        var hint = closest.Count == 0 ? "Nothing listed looks like it." : $"Did you mean {string.Join(", ", closest)}?";
        return new ServiceError(ErrorCodes.UnknownSymbol, StatusCodes.Status404NotFound, $"{symbol} is not listed on Binance USDⓈ-M futures. {hint}")
        {
            Details = new Dictionary<string, object?> { ["closest_symbols"] = closest },
        };
    }
}
