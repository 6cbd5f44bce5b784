using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Analysis.Tests.Symbols;

public sealed class SymbolListTests
{
    private readonly SymbolList _list = new(
    [
        Contract("BTCUSDT", "BTC"),
        Contract("BTCUSDC", "BTC"),
        Contract("BTCUSDT_261225", "BTC"),
        Contract("BTCDOMUSDT", "BTCDOM"),
        Contract("ETHUSDT", "ETH"),
        Contract("ETHUSDC", "ETH"),
        Contract("1000PEPEUSDT", "1000PEPE"),
        Contract("LUNAUSDT", "LUNA", "SETTLING"),
        Contract("币安人生USDT", "币安人生"),
        .. Enumerable.Range(0, 9).Select(i => Contract($"SAME{i}USDT", $"SAME{i}")),
    ]);

    [Fact]
    public void Listed_contract_is_found_whether_it_trades_or_not()
    {
        _list.Find(Name("luna/usdt"))!.Status.ShouldBe("SETTLING");
        _list.Find(Name("BTCUSDT_261225"))!.Symbol.ShouldBe("BTCUSDT_261225");
        _list.Find(Name("btcusdt-261225")).ShouldBeNull();
    }

    [Fact]
    public void Contract_listed_twice_counts_once_with_its_later_entry()
    {
        var twice = new SymbolList([Contract("BTCUSDT", "BTC", "PENDING_TRADING"), Contract("BTCUSDT", "BTC")]);

        twice.All.ShouldHaveSingleItem().Status.ShouldBe("TRADING");
    }

    [Theory]
    [InlineData("BTC", "BTCUSDC", "BTCUSDT", "BTCUSDT_261225", "BTCDOMUSDT")]
    [InlineData("BTCUSD", "BTCUSDC", "BTCUSDT", "BTCUSDT_261225")]
    [InlineData("BTCUSTD", "BTCUSDT", "BTCUSDC")]
    [InlineData("PEPEUSDT", "1000PEPEUSDT")]
    [InlineData("PEPE", "1000PEPEUSDT")]
    [InlineData("BTCUSDT261225", "BTCUSDT_261225")]
    [InlineData("BTCUSDT_261226", "BTCUSDT_261225")]
    [InlineData("币安人生", "币安人生USDT")]
    [InlineData("LUNAUSDT")]
    [InlineData("XYZZY")]
    [InlineData("A1B2C3D4E5F6G7H8I9J0A1B2C3D4E5F6G7H8I9J0A1B2C3D4E5")]
    public void Closest_contracts_come_likeliest_first(string asked, params string[] expected) =>
        _list.Closest(Name(asked)).ShouldBe(expected);

    [Fact]
    public void At_most_five_are_suggested() => _list.Closest(Name("SAME")).Count.ShouldBe(5);

    [Fact]
    public void Contract_that_does_not_trade_is_not_suggested() => _list.Closest(Name("LUNA")).ShouldBeEmpty();

    private static SymbolName Name(string text) =>
        SymbolName.TryParse(text, out var name) ? name : throw new ArgumentException($"{text} is not a symbol.", nameof(text));

    private static FuturesSymbol Contract(string symbol, string baseAsset, string status = "TRADING") =>
        new() { Symbol = symbol, BaseAsset = baseAsset, Status = status };
}
