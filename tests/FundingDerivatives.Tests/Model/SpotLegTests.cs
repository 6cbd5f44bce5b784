using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class SpotLegTests
{
    private static readonly Dictionary<string, decimal> Prices = new()
    {
        ["BTCUSDT"] = 80_000m,
        ["BTCUSDC"] = 80_010m,
        ["PEPEUSDT"] = 0.00001m,
        ["1000SATSUSDT"] = 0.0002m,
        ["SATSUSDT"] = 0.0000002m,
        ["1INCHUSDT"] = 0.3m,
        ["INCHUSDT"] = 0.3m,
        ["1MBABYDOGEUSDT"] = 0.0012m,
        ["MOGUSDT"] = 0.0000005m,
        ["XUSDT"] = 0.00002m,
        ["BOBUSDT"] = 5m,
        ["币安人生USDT"] = 0.15m,
        ["龙虾USDT"] = 0.001m,
    };

    [Theory]
    [InlineData("BTC", "USDT", 80_020, "BTCUSDT", 1)]
    [InlineData("BTC", "USDC", 80_020, "BTCUSDC", 1)]
    [InlineData("1000PEPE", "USDT", 0.0101, "PEPEUSDT", 1_000)]
    [InlineData("1000SATS", "USDT", 0.0002, "1000SATSUSDT", 1)]
    [InlineData("1INCH", "USDT", 0.301, "1INCHUSDT", 1)]
    [InlineData("1MBABYDOGE", "USDT", 0.0012, "1MBABYDOGEUSDT", 1)]
    [InlineData("1000000MOG", "USDT", 0.5, "MOGUSDT", 1_000_000)]
    [InlineData("1000X", "USDT", 0.02, "XUSDT", 1_000)]
    [InlineData("币安人生", "USDT", 0.151, "币安人生USDT", 1)]
    [InlineData("1000龙虾", "USDT", 1.0, "龙虾USDT", 1_000)]
    public void Contract_has_its_spot_pair_and_multiplier(string baseAsset, string quoteAsset, double index, string pair, int multiplier)
    {
        var found = SpotLeg.Find(baseAsset, quoteAsset, (decimal)index, PriceOf);

        found.Leg.ShouldBe(new SpotLeg(pair, multiplier, Prices[pair] * multiplier));
    }

    [Theory]
    [InlineData("1INCH", "1INCHUSDT")]
    [InlineData("1000", "1000USDT")]
    [InlineData("10000FOO", "10000FOOUSDT")]
    [InlineData("1M", "1MUSDT")]
    [InlineData("1000000", "1000000USDT")]
    public void Name_that_only_looks_multiplied_is_not_stripped(string baseAsset, string only) =>
        SpotLeg.Candidates(baseAsset, "USDT").ShouldBe([(only, 1m)]);

    [Fact]
    public void Same_name_goes_before_the_stripped_one() =>
        SpotLeg.Candidates("1000SATS", "USDT").ShouldBe([("1000SATSUSDT", 1m), ("SATSUSDT", 1_000m)]);

    [Fact]
    public void Pair_that_trades_far_from_the_index_is_another_asset()
    {
        var found = SpotLeg.Find("1000000BOB", "USDT", 0.06m, PriceOf);

        found.ShouldBe(new SpotSearch(null, IsListed: true));
    }

    [Theory]
    [InlineData(0.3149, true)]
    [InlineData(0.3151, false)]
    [InlineData(0.2851, true)]
    [InlineData(0.2849, false)]
    public void Five_percent_from_the_index_is_the_limit(double index, bool isProved) =>
        (SpotLeg.Find("1INCH", "USDT", (decimal)index, PriceOf).Leg is not null).ShouldBe(isProved);

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void Without_an_index_nothing_is_proved(double? index) =>
        SpotLeg.Find("BTC", "USDT", (decimal?)index, PriceOf).ShouldBe(new SpotSearch(null, IsListed: true));

    [Fact]
    public void Contract_without_a_pair_finds_none() => SpotLeg.Find("TSLA", "USDT", 400m, PriceOf).ShouldBe(new SpotSearch(null, IsListed: false));

    private static decimal? PriceOf(string pair) => Prices.TryGetValue(pair, out var price) ? price : null;
}
