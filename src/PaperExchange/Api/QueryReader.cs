using System.Globalization;
using System.Text.RegularExpressions;
using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Reads a call's parameters with Binance's checks.</summary>
internal sealed partial class QueryReader(IQueryCollection query, RateScope scope)
{
    private const string SymbolRange = @"^[\w\-._&&[^a-z]]{1,50}$";
    private const string NumberRange = "^[0-9]{1,20}$";

    /// <summary>A symbol or pair as Binance writes them (upper case; letters of any script), or null when it is not sent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="optional">An optional parameter may be left out but not left empty.</param>
    public string? Symbol(string name, bool optional = false)
    {
        var text = Text(name, optional);
        return text is null || SymbolForm().IsMatch(text) ? text : throw new ApiErrorException(ApiError.IllegalCharacters(name, SymbolRange));
    }

    /// <summary>A whole number that is not negative, or null when it is not sent.</summary>
    public long? Number(string name)
    {
        if (Text(name, optional: true) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiErrorException(ApiError.IllegalCharacters(name, NumberRange));
    }

    /// <summary>The kline <c>interval</c>.</summary>
    public KlineInterval Interval() =>
        KlineInterval.Find(Text("interval") ?? throw new ApiErrorException(ApiError.Missing("interval")))
        ?? throw new ApiErrorException(ApiError.InvalidInterval);

    /// <summary>The <c>period</c> of statistics, ms.</summary>
    public long Period() => (Text("period") ?? throw new ApiErrorException(ApiError.Missing("period"))) switch
    {
        "5m" => KlineInterval.Minute * 5,
        "15m" => KlineInterval.Minute * 15,
        "30m" => KlineInterval.Minute * 30,
        "1h" => KlineInterval.Hour,
        "2h" => KlineInterval.Hour * 2,
        "4h" => KlineInterval.Hour * 4,
        "6h" => KlineInterval.Hour * 6,
        "12h" => KlineInterval.Hour * 12,
        "1d" => KlineInterval.Day,
        _ => throw new ApiErrorException(ApiError.OutOfRange(scope, "period")),
    };

    /// <summary>The parameter as it was sent, or null when it was not sent or, where that is the same to Binance, left empty.</summary>
    public string? Text(string name, bool optional = false)
    {
        var text = query[name].ToString();
        if (text.Length > 0)
        {
            return text;
        }

        return optional && query.ContainsKey(name) ? throw new ApiErrorException(ApiError.Empty(name)) : null;
    }

    // Binance's own range in .NET's words: no lower-case Latin letters, and digits and letters of every script.
    [GeneratedRegex(@"^[\w\-.-[a-z]]{1,50}\z")]
    private static partial Regex SymbolForm();
}
