using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OmnipotentFutures.Analysis.Symbols;

/// <summary>A symbol in the exchange's spelling, not necessarily listed. <c>btc/usdt</c>, <c>BTC-USDT</c> and <c>btcusdt</c> are all BTCUSDT;
/// a delivery contract keeps its underscore: BTCUSDT_261225. Letters need not be ASCII: Binance lists 币安人生USDT.</summary>
public readonly partial record struct SymbolName
{
    /// <summary>Longest text that can be a symbol.</summary>
    public const int MaxLength = 50;

    private SymbolName(string value) => Value = value;

    /// <summary>The exchange's spelling.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed.</summary>
    /// <param name="text">The text; may be null.</param>
    /// <param name="symbol">The symbol.</param>
    /// <returns>Whether the text has the form of a symbol.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SymbolName symbol)
    {
        symbol = default;
        if (text is null || text.Length > MaxLength || !Form().IsMatch(text))
        {
            return false;
        }

        var delivery = DeliverySuffix().Match(text);
        var contract = delivery.Success ? text[..delivery.Index] : text;
        symbol = new SymbolName(string.Concat(contract.Split('/', '-', '_')).ToUpperInvariant() + delivery.Value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[\p{L}\p{Nd}]+([/_-][\p{L}\p{Nd}]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex(@"_[0-9]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex DeliverySuffix();
}
