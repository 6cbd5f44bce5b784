using System.Net;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests;

/// <summary>Numbers that no exchange means: one of them costs its own block and nothing else.</summary>
public sealed class OddNumbersTests
{
    [Theory]
    [InlineData(OpenInterest, """{"symbol":"BTCUSDT","openInterest":"10000000000000000000000000","time":1789478303000}""")]
    [InlineData(OpenInterestHistory, """[{"symbol":"BTCUSDT","sumOpenInterest":"0.00000001","sumOpenInterestValue":"10000000000000000000000000","CMCCirculatingSupply":"0.0000000000000000000000000001","timestamp":1789478100000},{"symbol":"BTCUSDT","sumOpenInterest":"1e30","sumOpenInterestValue":"1","timestamp":1789478100000}]""")]
    [InlineData(Taker, """[{"buySellRatio":"1","sellVol":"70000000000000000000000000000","buyVol":"70000000000000000000000000000","timestamp":1789473600000}]""")]
    [InlineData(LongShortRatio, """[{"symbol":"BTCUSDT","longAccount":"70000000000000000000000000000","longShortRatio":"70000000000000000000000000000","shortAccount":"","timestamp":1789477200000}]""")]
    [InlineData(FundingRate, """[{"symbol":"BTCUSDT","fundingTime":1789459200000,"fundingRate":"700000000000000000000000000","markPrice":"70000000000000000000000000000","rateType":"Regular"}]""")]
    [InlineData(PremiumBars, """[[1789459200000,"70000000000000000000000000000","1","1","1","0",1789487999999,"0",1,"0","0","0"]]""")]
    [InlineData(PremiumIndex, """{"symbol":"BTCUSDT","markPrice":"0.0000000000000000000000001","indexPrice":"0.0000000000000000000000001","lastFundingRate":"1000000000000000000000000000","interestRate":"","nextFundingTime":1789488000000,"time":1789478303000}""")]
    public async Task One_input_of_an_analysis(string path, string body)
    {
        await using var service = await ServiceUnderTest.StartAsync(prepare: exchange =>
        {
            exchange.Set($"{path} BTCUSDT", body);
            exchange.Set($"{path} BTCUSDT 5m", body);
            exchange.Set($"{path} BTCUSDT 2h", body);
        });

        var blocks = (await service.AnalyzeAsync("BTCUSDT"))["blocks"]!.AsObject();

        blocks.Count(block => block.Value!["status"]!.GetValue<string>() == "ok").ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory]
    [InlineData(SpotBooks, """[{"symbol":"BTCUSDT","bidPrice":"70000000000000000000000000000","bidQty":"1","askPrice":"70000000000000000000000000000","askQty":"1"}]""")]
    [InlineData(FuturesBooks, """[{"symbol":"BTCUSDT","bidPrice":"70000000000000000000000000000","bidQty":"1","askPrice":"70000000000000000000000000000","askQty":"1"}]""")]
    [InlineData(FundingInfo, """[{"symbol":"BTCUSDT","adjustedFundingRateCap":"1e-28","adjustedFundingRateFloor":"","fundingIntervalHours":2147483647,"disclaimer":false,"updateTime":""}]""")]
    [InlineData(PremiumIndex, """[{"symbol":"BTCUSDT","markPrice":"80000","indexPrice":"0.0000000000000000000000001","lastFundingRate":"1e30","nextFundingTime":1789488000000,"time":1789478303000}]""")]
    public async Task One_row_of_a_list(string path, string body)
    {
        await using var service = await ServiceUnderTest.StartAsync(prepare: exchange =>
        {
            Screener.MarketSamples.SetWholeMarket(exchange);
            exchange.Set(path, body);
        });

        foreach (var url in new[] { "/analyze/BTCUSDT", "/screener", "/extremes" })
        {
            using var response = await service.Http.GetAsync(url);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{url}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
